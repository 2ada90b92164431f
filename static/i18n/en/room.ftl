# From the proposal to the recap: the card, the room, the goodbye, the pause between, the end.

## Proposed

match-title = You are meeting { $name }.
match-title-trio = You are meeting { $a } and { $b }.
match-title-group = You are meeting { $n } people.
match-again = You have met before. Nobody else was free for both of you.
match-opens = Opens by itself
match-starts-in = { $n ->
    [one] Starts in one second
   *[other] Starts in { $n } seconds
  }
match-language = You will speak { $language }
match-language-group = Everyone speaks { $language }
room-smaller = You are fewer than planned, so that all can talk with each other and meet somebody new.
room-bridge = No language is common to all. { $name } speaks with each of you.
room-bridge-you = No language is common to all. You speak with each of the others: please help them talk.
room-bridge-none = No language is common to all. Go slowly, write, and use your hands.
match-lost-open = { $name } had to go. You are first in line.

## Why two people were put together

reason-offers-what-you-seek = Can tell you about { $topic }, which you asked for.
reason-seeks-what-you-offer = Asks about { $topic }, which you offered.
reason-both-seek = You both asked about { $topic }.
reason-both-offer = You both know about { $topic }.
reason-shared-topic = You share { $topic }.
reason-same-city = You live in the same city.
reason-same-hour = It is the same hour where you both are.
reason-far-apart = You are on opposite sides of the day.
reason-other-region = You live in different parts of the world.
reason-same-region = You live in the same part of the world.
reason-same-cohort = You were there in the same years.
reason-same-field = You work or study in the same field.
reason-other-cohort = You were there in different years.
reason-same-role = You know the place in the same way.
reason-alum-and-student = One of you was there, the other is there now.
reason-town = One of you lives in the town.
reason-language = You share a language you both speak well.
reason-not-met = You have not met yet.
reason-new-here = One of you is here for the first time.
reason-waited = You have both waited for this.
reason-again = You both asked to meet again.
reason-unknown = You can talk with each other, and have not met yet.

## The ring

ring-left = left
ring-paused = paused
ring-last-minute = last minute
ring-last-seconds = last seconds
ring-label = { $m ->
    [0] { $s ->
        [one] 1 second left
       *[other] { $s } seconds left
      }
    [one] 1 minute { $s } seconds left
   *[other] { $m } minutes { $s } seconds left
  }

## Room

room-title = Room with { $name }
room-title-group = Room with { $names }
room-round = Round { $n } of { $total }
room-language = You both speak { $language }
room-language-group = Everyone here speaks { $language }
room-topics = You share { $topics }
room-controls = Room controls
room-mute = Mute
room-unmute = Unmute
room-camera = Camera
room-camera-on = Switch the camera on
room-camera-off = Switch the camera off
room-share = Share screen
room-share-stop = Stop sharing
room-share-mine = You are sharing your screen.
room-share-theirs = { $name } shares a screen.
room-devices = Devices
room-keys = Keys: M microphone, V camera
room-prompt = Prompt
room-prompt-next = Another question
room-prompt-lead = A question to start with
room-chat-open = Chat
room-chat-unread = { $n ->
    [one] Chat, 1 new message
   *[other] Chat, { $n } new messages
  }
room-chat-pair = Only you two see this chat. It is gone after the event.
room-chat-group = Only this room sees this chat. It is gone after the event.
room-more = More
room-leave = Leave the room with { $name }?
room-leave-group = Leave the room?
room-leave-what = { $name } sees that you had to go, nothing else.
room-leave-what-group = The others see that you had to go, nothing else.
room-leave-early = Stay a minute first, if it is not about safety. Leaving at once is always possible through Report.
room-leave-safety = Leave now, for my safety
room-leave-action = Leave
room-stay = Stay
room-connecting = Connecting you with { $name }
room-restarting = No picture yet. We try another way.
room-relay = We take a detour for picture and sound.
room-fallback-audio = Sound only now. The picture comes back when the network allows.
room-fallback-text = Picture and sound do not get through. Go on in the chat.
room-quality-weak = weak, picture reduced
room-quality-bad = very weak, audio only
room-slow = Your network is weak. We switched to sound so that you do not lose each other.
room-audio-only = sound only
room-text-only = text only
room-muted = microphone off
room-camera-off-note = camera off
room-coming = on the way
room-here = { $name } is here.
room-partner-lost-title = { $name } lost the connection.
room-partner-lost-note = The seat is kept for { $s } s. What you write in the chat will arrive.
room-partner-wait = You are connected. Nothing to do yet.
room-partner-wait-note = In { $s } s you can choose: meet someone else, join a pair, or go to the lounge.
room-partner-back = { $name } is back.
room-partner-gone = { $name } could not come back. Meet someone else?
room-partner-gone-title = { $name } could not come back.
room-choose-next = Meet someone else
room-choose-third = Join a pair as third
room-choose-lounge = Go to the lounge
room-choose-note = If you do nothing, you go to the lounge in { $s } s and are first in the next round.
room-sound-blocked = The browser holds back the sound.
room-sound-play = Play the sound
room-supervised = A member of staff or a verified alum is in this room.
room-closed-moved = You have been seated in another room.
room-closed-partner-left = The room is closed.

## Not interested, block, report

safe-title = About { $name }
safe-pass = Not interested in meeting again
safe-pass-what = You will not be put together again tonight. Nobody is told.
safe-pass-done = You will not be put together again tonight. Nobody is told.
safe-block-action = Block
safe-block-ask = Block { $name }?
safe-block-what = You will not meet again anywhere here. They are not told.
safe-block = You will not meet { $name } again anywhere here. They are not told.
safe-report-action = Report
safe-report-whom = Whom is it about?
safe-report-ask = Report { $name }
safe-report-what = You leave the room at once. A member of staff reads it now. { $name } is not told who wrote.
safe-report-why = What happened?
safe-report-harassment = Insults or pressure
safe-report-sexual = Sexual behaviour
safe-report-hate = Hate or threats
safe-report-spam = Selling or fraud
safe-report-minor-safety = Someone under 18 needs protection
safe-report-other = Something else
safe-report-note = What should staff know?
safe-report-send = Leave and report
safe-report-sent = Report sent. You are no longer in the room; a member of staff is reading it now.

## Wrap-up

wrap-title = The ring is closed.
wrap-still = { $name } is still here. Say goodbye, or ask for a little more.
wrap-still-group = Everyone is still here. Say goodbye.
wrap-more = Would you like more time?
wrap-more-yes = A bit more
wrap-more-yes-note = up to 3 minutes
wrap-more-no = Wrap up
wrap-more-no-note = on to the next
wrap-more-waiting = Noted. Time is added only if you both ask for it.
wrap-keep = Keep in touch with { $name }?
wrap-keep-yes = Yes, keep
wrap-keep-no = Not this time
wrap-keep-no-contact = Add how people can reach you, then it can be shown.
wrap-private = { $name } never sees your answers. No answer counts as no.
wrap-private-group = Nobody sees your answers. No answer counts as no.
wrap-private-rule = Contacts are shown only if you both said yes.

## Between two rounds, and the bench

between-title = A short breath
between-next = to round { $n }
between-next-note = You are in for round { $n }. It opens by itself.
between-last = That was the last round.
between-note = A note to yourself about { $name }
between-note-private = Only you see this.
between-note-saved = Only you see this. Saved.
bench-title = You sit this one out, and go first in round { $n }.
bench-title-last = You sit this one out.
bench-trio = A trio this time: { $a } and { $b }.
bench-odd = We are an odd number tonight. Nobody sits out twice before everyone has once.
bench-language = Nobody who was free shares a language with you. We try again in the next round.
bench-late = The round was nearly over. You are first in the next one.
bench-met-everyone = You have met everyone who fits. We look again in the next round.
bench-nobody = Nobody else was free.
bench-alone = You are the only one here at the moment.
bench-roles = Those who were free are here for other conversations. We try again in the next round.
bench-supervision = We wait for a member of staff or a verified alum to join your group.
bench-sat-out = You chose to sit this one out.
bench-seat-at-once = If someone arrives, we seat you at once.

## Recap

recap-title = { $part ->
    [morning] Have a good day, { $name }.
    [day] Have a good day, { $name }.
   *[evening] Good night, { $name }.
  }
  { $n ->
    [0] Thank you for coming.
    [one] You tied one thread.
   *[other] You tied { $n } threads.
  }
recap-conversations = { $n ->
    [one] conversation
   *[other] conversations
  }
recap-none = No talk came about this time. The next event is open to you.
recap-mutual = You both want to keep in touch
recap-mutual-none = When you both say yes, contacts appear here.
recap-also = You also met
recap-contact = How to reach { $name }
recap-no-contact = { $name } has left no address. Write here instead.
recap-write = Write
recap-write-to = Write to { $name }, once
recap-write-note = { $name } receives it here. You can each write once.
recap-sent = You wrote
recap-received = { $name } wrote
recap-keep = Keep in touch
recap-kept = You said yes. Contacts appear when { $name } does too.
recap-note = Your note
recap-pulse = Do you feel closer to { $town } tonight?
recap-pulse-low = not at all
recap-pulse-high = very much
recap-pulse-thanks = Thank you. Staff see the answers of all together, never yours alone.
recap-again = Back to the start
recap-dial = { $n ->
    [one] A 24-hour dial with a thread to the one person you met.
   *[other] A 24-hour dial with threads to the { $n } people you met.
  }

## Questions to start with

prompt-1 = Which smell takes you straight back there?
prompt-2 = What did you eat most often in your first year?
prompt-3 = Which walk would you take again tomorrow?
prompt-4 = What surprised you in the first week?
prompt-5 = Which word of the language do you still use?
prompt-6 = Who helped you when you knew nobody?
prompt-7 = What do you see from your window right now?
prompt-8 = What has changed in your neighbourhood this year?
prompt-9 = What would you show a guest first where you live?
prompt-10 = Which season do you miss, or look forward to?
prompt-11 = What did you learn there that is in no book?
prompt-12 = What are you working on that you like to talk about?
prompt-13 = Which decision are you thinking about these days?
prompt-14 = What would you ask yourself of ten years ago?
prompt-15 = Which habit have you taken home with you?
prompt-16 = What makes a place feel like home to you?
prompt-17 = Which shop, café or bath should never close?
prompt-18 = What do people ask you about Japan again and again?
prompt-19 = Which dish can you cook so that it tastes right?
prompt-20 = What is hard to explain about where you live?
prompt-21 = Which friendship began by chance?
prompt-22 = What would you like to learn from the other?
prompt-23 = What was the best advice you got as a student?
prompt-24 = When did you last laugh at a mistake of your own?

## Spoken by screen readers

say-match = You are meeting { $name }.
say-room = You are in the room with { $name }.
say-room-group = You are in the room with { $names }.
say-wrap = The round is over. Two private questions follow.
say-between = You are between two rounds.
say-bench = You sit this round out.
say-recap = The evening is over.
say-partner-lost = { $name } lost the connection.
say-partner-left = { $name } had to go.
say-muted = Microphone off.
say-unmuted = Microphone on.
say-camera-on = Camera on.
say-camera-off = Camera off.
wrap-again = Seat me with { $name } again
wrap-again-note = It counts only if both wish it. Nobody is told.
