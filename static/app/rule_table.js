// @ts-check
// Generated: python3 -m tests generate
// biome-ignore-all format: a list that no hand writes

export const ROLES = ["alumni", "student", "prospective", "recruiter", "townsperson", "staff"];

/** @typedef {import("./protocol.js").RuleChoices} RuleChoices */
/** @typedef {NonNullable<RuleChoices["meets"]>[string]} Verdict */
/** @type {{ pair: string, usual: Verdict, liked: boolean, verdicts: Verdict[] }[]} */
export const PAIRS = [
  {"pair": "alumni+alumni", "usual": "always", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "alumni+student", "usual": "always", "liked": true, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "alumni+prospective", "usual": "if_verified", "liked": true, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "alumni+recruiter", "usual": "if_opted_in", "liked": false, "verdicts": ["if_opted_in", "never"]},
  {"pair": "alumni+townsperson", "usual": "always", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "alumni+staff", "usual": "always", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "student+student", "usual": "always", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "student+prospective", "usual": "if_verified", "liked": true, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "student+recruiter", "usual": "if_opted_in", "liked": true, "verdicts": ["if_opted_in", "never"]},
  {"pair": "student+townsperson", "usual": "always", "liked": true, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "student+staff", "usual": "always", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "prospective+prospective", "usual": "in_groups", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "prospective+recruiter", "usual": "never", "liked": false, "verdicts": ["if_opted_in", "never"]},
  {"pair": "prospective+townsperson", "usual": "with_staff", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "prospective+staff", "usual": "always", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "recruiter+recruiter", "usual": "never", "liked": false, "verdicts": ["always", "if_opted_in", "in_groups", "with_staff", "never"]},
  {"pair": "recruiter+townsperson", "usual": "never", "liked": false, "verdicts": ["if_opted_in", "never"]},
  {"pair": "recruiter+staff", "usual": "always", "liked": false, "verdicts": ["always", "if_opted_in", "in_groups", "with_staff", "never"]},
  {"pair": "townsperson+townsperson", "usual": "never", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "townsperson+staff", "usual": "always", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
  {"pair": "staff+staff", "usual": "always", "liked": false, "verdicts": ["always", "if_verified", "in_groups", "with_staff", "never"]},
];
