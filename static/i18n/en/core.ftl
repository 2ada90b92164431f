# Words of the way to the lobby, and words that every screen shares.
# Voice: a host who is glad you came and does not hover. Say what is, what is safe, what next.

## Shared

brand = Tsunagari
skip-to-content = Skip to content
you = You
dot = {" · "}
place-in-country = { $city }, { $country }
list-comma = {", "}
optional = optional
next = Next
close = Close
open = Open
cancel = Cancel
save = Save
saved = Saved.
done = Done
undo = Undo
retry = Try again
send = Send
copy = Copy
copied = Copied
more = More
not-now = Not now
private = Only you see this.
minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
  }
seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
  }
people = { $n ->
    [one] 1 person
   *[other] { $n } people
  }
page-nav = Page
theme = Light or dark
simulated = simulated
verified = verified

## Levels of a language, from one bead to four

level-1 = a little
level-2 = can talk
level-3 = fluent
level-4 = native

## Roles

role-alumni = Alum
role-alumni-cohort = Alum { $cohort }
role-student = Student
role-student-cohort = Student since { $cohort }
role-prospective = Future student
role-recruiter = Recruiter
role-townsperson = Townsperson
role-staff = Staff
role-unknown = Guest

## Presence

presence-here = here
presence-lobby = in the lobby
presence-ready = ready
presence-proposed = about to meet someone
presence-in-room = in a room
presence-wrap-up = saying goodbye
presence-between = between two rounds
presence-bench = sits this round out
presence-away = away
presence-paused = taking a break
presence-reconnecting = reconnecting
presence-offline = offline

## Opening the page and the connection

opening = Opening the door
opening-note = One moment. Your place is kept.
connection-lost = We lost the connection.
connection-lost-note = Trying again in { $s } s. Your place is kept.
connection-trying = Trying again now.
connection-offline = This device is offline. We go on as soon as it is back.
connection-taken = You are here in another window now.
connection-taken-note = Nothing is lost. Go on there, or carry on in this one.
connection-use-here = Use it here
connection-old = This page is older than the server.
connection-old-action = Load the new one

## Three questions

profile-title = Three things, then you are in.
profile-note = They decide whom you meet. You can skip any of them and change them later.
profile-mine = My profile
profile-skip = Skip for now. We will match you by language.
profile-languages = Which languages do you speak?
profile-languages-hint = Two people need one that both can talk in.
profile-language-add = Add a language
profile-language-search = Or search for a language
profile-language-none = No language by the name of “{ $text }”.
profile-language-remove = Remove { $language }
profile-language-level = How well do you speak { $language }?
profile-role = How do you know { $town }?
profile-role-alumni = I studied there
profile-role-student = I study there now
profile-role-prospective = I would like to
profile-role-townsperson = I live there
profile-role-recruiter = I recruit
profile-role-staff = I work at the university
profile-cohort-alumni = Year you left
profile-cohort-student = Year you began
profile-cohort-none = I would rather not say
profile-age = How old are you?
profile-age-hint = Under 18, you meet people in groups that a member of staff or a verified alum joins. Others do not see your age.
profile-age-minor = Under 18
profile-age-adult = 18 or older
profile-age-unknown = I would rather not say
profile-topics = What would you like to talk about?
profile-topics-hint = Up to five. Tap once to ask about it, twice to offer it.
profile-topics-chosen = Chosen
profile-topics-usual = Often chosen
profile-topics-search = Or say it in your own words, in any language
profile-topics-example = finding work in Osaka
profile-topics-none = Nothing here fits “{ $text }”. Try another word, or look below.
profile-topics-finer = { $area }: { $n } more
suggest-count = { $n ->
    [one] One suggestion. Arrow keys choose, Enter takes it.
   *[other] { $n } suggestions. Arrow keys choose, Enter takes one.
}
suggest-offline = There is no connection: only the names on this page are searched.
profile-topics-full = Five are chosen. Tap one of them to make room.
profile-topics-left = { $n ->
    [0] Five chosen
    [one] One more
   *[other] { $n } more
  }
profile-seek = ask
profile-offer = offer
profile-topic-state = { $topic }: { $state ->
    [seek] you ask about it
    [offer] you offer it
   *[none] not chosen
  }
profile-recruiters = Let recruiters meet me at this event
profile-recruiters-hint = Off unless you switch it on.
profile-city = Where are you?
profile-city-none = Not in our list of cities. It stays as you write it.
profile-city-hint = Others see the city and its local time.
profile-more = More about you
profile-reading = How your name is read
profile-reading-hint = For names that others may not know how to say.
profile-topics-private = Use my topics for matching only; do not show them
profile-blocked = People you have blocked
profile-unblock = Unblock
profile-preview = What others see
profile-asks = Asks about
profile-offers = Can tell about
profile-visible = Visible to everyone at this event.
profile-hidden = Stays with you.
profile-contact = How may people reach you?
profile-contact-hint = Shown only to those with whom you both said “keep in touch”.
profile-contact-placeholder = E-mail or any address
profile-privacy = Your contact stays with you until you both say “keep in touch”.
profile-next = Next: sound and picture
profile-save = Save
minor-mode = A member of staff or a verified alum is always in your group.
minor-mode-note = First name only, no recruiters, no private room for two. Your camera starts switched off.

## Sound and picture

dev-title = Sound and picture
dev-ok = You look and sound fine.
dev-ok-audio = You sound fine.
dev-ok-text = You are set to write.
dev-ask = We need your camera and microphone.
dev-ask-note = The browser asks next. Nothing is sent before you are in a room.
dev-ask-action = Switch on camera and microphone
dev-asking = Answer the browser’s question to go on.
dev-denied = The camera is blocked. You can still join.
dev-denied-mic = The microphone is blocked. You can join by text.
dev-denied-both = Camera and microphone are blocked. You can join by text.
dev-denied-how = To switch it on in { $browser }
dev-denied-how-here = To switch it on in this browser
dev-missing-note = Plug one in and we will notice, or go on without it.
dev-watch = This page notices by itself. No need to reload.
dev-denied-watch = This page notices by itself. No need to reload.
dev-chrome-1 = Press the icon at the left of the address.
dev-chrome-2 = Switch on Camera and Microphone.
dev-chrome-3 = Come back here.
dev-android-1 = Tap the icon at the left of the address.
dev-android-2 = Tap Permissions, then Camera and Microphone.
dev-android-3 = Choose Allow and come back here.
dev-safari-1 = Open the Safari menu, then Settings for this website.
dev-safari-2 = Set Camera and Microphone to Allow.
dev-safari-3 = Come back here.
dev-ios-1 = Tap the page icon beside the address.
dev-ios-2 = Tap Website settings, then allow Camera and Microphone.
dev-ios-3 = Come back here.
dev-firefox-1 = Press the crossed-out camera beside the address.
dev-firefox-2 = Remove the block with the small cross.
dev-firefox-3 = Press “Try again” here and answer Allow.
dev-other-1 = Open the settings of this site, near the address.
dev-other-2 = Allow Camera and Microphone.
dev-other-3 = Come back here.
dev-system = The system itself blocks the camera. Allow this browser in the privacy settings of your device.
dev-busy = Another program is using the camera. Close it and we will notice.
dev-none = We found no microphone. You can join by text.
dev-no-camera = We found no camera. You can join by voice.
dev-insecure = The browser allows cameras only on secure pages.
dev-insecure-note = This page came over http. Ask the host for the https address, or join by text.
dev-unsupported = This browser cannot make video calls. You can join by text.
dev-failed = The camera did not start. Try again, or go on without it.
dev-preview = this is what others see
dev-initial = others see your initial
dev-initial-voice = others see your initial and hear your voice
dev-camera = Camera
dev-camera-on = Camera on
dev-camera-off = Camera off
dev-microphone = Microphone
dev-microphone-on = Microphone on
dev-microphone-off = Microphone off
dev-speaker = Speaker
dev-speaker-test = Play a sound
dev-speaker-playing = You should hear three notes.
dev-speaker-none = The sound could not be played.
dev-level = Level of your voice
dev-hear = we can hear you
dev-hear-soft = a little soft
dev-hear-loud = a little loud
dev-hear-nothing = say something
dev-default = Default
dev-n = Device { $n }
dev-continue-audio = Continue with audio
dev-continue-text = Text only
dev-retry = Try again
dev-enter = Enter the lobby
dev-local = Checked on this device only. Nothing is recorded.
dev-direct = A call goes straight from browser to browser, so the device you talk with learns your internet address.
dev-plugged = A device was plugged in or removed. The list is new.
mode-video = Picture and sound
mode-audio = Sound only
mode-text = Text only
mode-title = How do you take part?

## Lobby

lobby-title = Lobby
lobby-hello = { $part ->
    [morning] Good morning, { $name }.
    [day] Good afternoon, { $name }.
   *[evening] Good evening, { $name }.
  }
lobby-times = It is { $mine } in { $city } and { $theirs } in { $town }.
lobby-time-here = It is { $mine } in { $city }.
lobby-here = { $n ->
    [one] One person is here.
   *[other] { $n } people are here.
  }
lobby-here-places = { $n ->
    [one] One person is here.
   *[other] { $places ->
        [one] { $n } people are here, all in one place.
       *[other] { $n } people are here, from { $places } places.
      }
  }
lobby-here-short = { $n } here
lobby-people = Here now
lobby-more-people = { $n ->
    [one] and one more
   *[other] and { $n } more
  }
lobby-fit-title = { $n ->
    [0] Nobody fits you yet
    [one] 1 person fits you now
   *[other] { $n } people fit you now
  }
lobby-fit-note = Same language, not met before. Usually matched in under 20 seconds.
lobby-fit-none-note = We look again each time somebody arrives.
lobby-ready = I’m ready for round { $n }
lobby-ready-now = I’m ready
lobby-ready-done = You are in for round { $n }.
lobby-ready-done-note = It opens by itself. You can look around until then.
lobby-unready = Not this round
lobby-sitout = Sit this one out
lobby-sitout-done = You sit this one out.
lobby-sitout-back = Take part after all
lobby-first = You are the first one here.
lobby-first-note = The door is open. Others see you as they come.
lobby-round-in = Round { $n } in
lobby-round-now = Round { $n } is on
lobby-join-running = You are here in time. We look for someone who is free, or seat you first in the next round.
lobby-starts-in = Starts in
lobby-waiting-host = The host starts the first round.
lobby-event-paused = The host has paused the evening. Times stand still.
lobby-dial-note = Each dot is a person at their local hour.
lobby-dial-language = Threads lead to people you have not met who share a language with you.
more-device = Go on with another device
more-device-note = Open this link there. It is yours alone; do not forward it.
lobby-modes = Audio or text only
lobby-options = Your evening
lobby-no-one-to-one = Only groups, no room for two
lobby-leave = Leave the event
dial-label = { $n ->
    [one] One person on a 24-hour dial, at their local hour.
   *[other] { $n } people on a 24-hour dial, each at their local hour.
  } You are at { $time }.
dial-label-others = { $n ->
    [one] One person on a 24-hour dial, at their local hour.
   *[other] { $n } people on a 24-hour dial, each at their local hour.
  }
lounge-title = Text lounge
lounge-note = Everyone here can read it. It is gone after the event.
lounge-empty = Nobody has written yet. A hello is enough.
lounge-write = Write to everyone here
lounge-new = { $n ->
    [one] 1 new message
   *[other] { $n } new messages
  }
wait-long = Still looking, { $s } seconds.
wait-none-note = You stay in line and go first in the next round.
wait-rule-language = Nobody here speaks a language you both can talk in.
wait-rule-met = You have met everyone who is here. Meet someone again?
wait-rule-supervised = We wait for a member of staff or a verified alum to join your group.
wait-rule-roles = Those who are free now are here for other conversations.

## Chat, wherever it appears

chat-title = Chat
chat-messages = Messages
chat-write = Write to { $name }
chat-write-room = Write to the room
chat-send = Send
chat-waiting = waiting to be delivered
chat-failed = not delivered
chat-again = Send again
chat-by = { $name } · { $time }
chat-you-at = You · { $time }
chat-too-long = That is { $n } characters too long.

## Spoken by screen readers when the state changes

say-lobby = You are in the lobby.
say-ready = You are in for round { $n }.
say-not-ready = You are out of this round.
say-count = { $n ->
    [one] One person is here.
   *[other] { $n } people are here.
  }
say-60 = One minute left.
say-10 = Ten seconds left.
say-0 = Time.
say-round-60 = One minute to round { $n }.
say-round-10 = Ten seconds to round { $n }.

## The end, and being sent out

refused-title = This link does not open here.
removed-title = You have been taken out of this event.
removed-note = A host decided this. If you think it is a mistake, write to them.
left-title = You have left the event.
left-back = Come back in

## Titles of the screens, in the window's bar

title-opening = Opening
title-profile = About you
title-devices = Sound and picture
title-lobby = Lobby
title-match = Would you like to meet?
title-proposed = You are meeting someone
title-room = Room
title-wrap-up = Goodbye
title-between = Between two rounds
title-bench = You sit this one out
title-recap = Whom you met
title-host = Host board
title-elsewhere = In another window
title-removed = No longer in this event
title-refused = This link does not open
title-ended = The evening is over
title-left = You have left
title-full = All places are taken

## Notices

notice-announcement = From the host
notice-announcement-by = From { $name }
notice-help = A host writes to you
help-ask = Call a host
help-asked = A host has been called.
help-seen = A host has seen your call.
help-private = Nobody else knows.
help-undo = Never mind
help-done = It is solved
notice-starting = Round 1 begins in { $time }.
notice-start-undone = The start was taken back. You have a little more time.
notice-extended = The host has added some time.
notice-paused = The host has paused the evening. Times stand still.
notice-resumed = The evening goes on.
notice-match-others = That talk did not come about. You are first in line.
notice-match-unanswered = You did not answer in time. Your place is kept.
notice-closing = The evening closes in { $time }.
notice-close-undone = The evening goes on after all.
notice-host-away = { $name } is hosting now; nothing stopped.
notice-blocked = You will not meet { $name } again anywhere here. They are not told.
notice-reported = Report sent. You are no longer in the room; a member of staff is reading it now.
notice-mutual = You and { $name } both want to keep in touch.
notice-no-repeat-left = You have met everyone who fits. A second talk with someone is possible now.

## Errors, by their stable code

error-unknown = That did not work. Nothing is lost; try again.
error-internal = Something broke on our side. Nothing is lost; try again.
error-timeout = The server did not answer. Nothing is lost; try again.
error-offline = There is no connection. We send it as soon as there is one.
error-bad-message = The server did not understand this. Load the page again.
error-unknown-message = This page is newer or older than the server. Load it again.
error-too-large = That is too long to send.
error-too-many = That was a lot at once. Wait a moment and try again.
error-not-authenticated = Your link does not open this event. Ask the host for a new one.
error-not-allowed = That is not open to you.
error-not-found = We cannot find that.
error-wrong-phase = That is not possible at this moment.
error-stale-room = That came too late. The screen is up to date now.
error-event-full = All places are taken.
error-bad-signal = The call could not be set up this way. We try another one.
error-bad-plan = These settings do not go together.
error-already-sent = You have already written to them.
error-nothing-to-undo = That cannot be taken back any more.
error-unavailable = The server cannot do that right now. Try again in a moment.

# What one would rather not

held-title = A host will let you in.
held-note = Newcomers wait for a tap at this event. Stay on this page; it opens by itself.
title-held = At the door
queue-title = All places are taken. You are number { $n } on the list.
queue-note = Stay on this page. When it is your turn you come in by yourself. If it is closed, somebody else may go first.
queue-over = This event is over. There was no place left.
queue-in = A place is free. You are in.
queue-leave = Take me off the list
title-queue = Number { $n } on the list
lobby-options-note = Camera, sound, breaks, whom you meet
lobby-quiet = You are suggested to nobody.
lobby-quiet-note = You can stay, look around and write in the lounge. Nobody is told.
lobby-quiet-back = Suggest me again
lobby-joker = You fill in where somebody would be left over.
lobby-joker-note = A seat opens by itself when you are needed.
wish-title = I would rather not
wish-sit-out = Sit out one round
wish-pause = Pause until I say so
wish-no-recruiters = No recruiters
wish-quiet = Do not suggest me to anybody
wish-note = One tap on, one tap off. Nobody else sees it.
