// @ts-check
/**
 * Notes: three of them, so that a speaker can be told from silence.
 */

const NOTES_HZ = [392, 494, 587];
const APART_SECONDS = 0.28;
const RINGS_SECONDS = 0.7;

/**
 * Plays them on a speaker; rejects if nothing can sound.
 *
 * @param {string} speaker its id; empty for the default
 */
export async function playNotes(speaker) {
  const context = /** @type {AudioContext & { setSinkId?: (id: string) => Promise<void> }} */ (
    new AudioContext()
  );
  if (speaker) await context.setSinkId?.(speaker);
  await context.resume();
  NOTES_HZ.forEach((frequency, n) => {
    const start = context.currentTime + n * APART_SECONDS;
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setTargetAtTime(0.25, start, 0.02);
    gain.gain.setTargetAtTime(0, start + 0.16, 0.08);
    const note = new OscillatorNode(context, { frequency });
    note.connect(gain).connect(context.destination);
    note.start(start);
    note.stop(start + RINGS_SECONDS);
    if (n === NOTES_HZ.length - 1) note.onended = () => void context.close();
  });
}
