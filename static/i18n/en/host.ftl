# The host's board: the round, the rooms, who needs help, and what can be taken back.

host-round = Round { $n } of { $total }
host-phase-scheduled = Not open yet
host-phase-lobby = Doors are open
host-phase-break = Break before round { $n }
host-phase-wrap-up = Goodbyes of round { $n }
host-phase-closed = The event is over
host-phase-paused = Paused
host-run = Run of the evening
host-run-doors = Doors
host-run-close = Close
host-stat-here = here
host-stat-rooms = { $n ->
    [one] room
   *[other] rooms
  }
host-stat-lobby = in the lobby
host-stat-network = bad network
host-for-all = For everyone
host-start = Start round { $n }
host-start-note = { $n ->
    [0] Nobody is ready yet.
    [one] One person is ready.
   *[other] { $n } people are ready.
  }
host-pause = Pause
host-resume = Go on
host-extend-all = 2 min for all
host-extend-room = 2 min for this room
host-announce = Announce
host-announce-title = Tell everyone
host-announce-label = What everyone should know
host-announce-send = Tell everyone
host-close = End for all
host-close-ask = End the evening for everyone?
host-close-what = Everyone sees a countdown, then whom they met. You can take it back for 10 seconds.
host-close-keep = Go on
host-rooms = Rooms
host-rooms-none = No rooms are open. They open with the round.
host-rooms-hint = Arrow keys move between rooms, Enter opens one.
host-room = Room { $n }
host-room-label = Room { $n }: { $names }
host-room-lacks-smaller = Smaller than planned: nobody else could talk with all of them and be new to them.
host-room-lacks-bridge = No language is common to all.
host-room-lacks-roles = Nobody free had a role you asked for in each room.
host-room-bridge = No language is common to all; { $name } speaks with each of them.
host-table = Your table
host-table-what = The rules left them without a room. Sit with them meanwhile; they go first in the next round.
host-table-language = Nobody free shares a language with them.
host-table-roles = Nobody free may meet their role.
host-table-supervision = No staff or verified alum was free for their group.
host-room-alone-label = Room { $n }: { $name }, alone for { $s } seconds
host-alone = Room { $n }: { $name } is alone
host-alone-since = alone · { $s } s
host-alone-kept = { $name } dropped; the seat is kept for { $s } s.
host-alone-note = We look for someone who is free, or the person goes first in the next round.
host-extended = +2
host-extended-long = extended by 2 minutes
host-weak = weak network
host-text-seat = text only
host-audio-seat = sound only
host-legend = Threads are coloured by each person’s local hour; the gap in a ring is the time left.
host-people = People
host-find = Find somebody
host-find-none = Nobody here is called that.
host-more = Actions for { $name }
host-remove = Remove
host-remove-ask = Remove { $name } from this event?
host-remove-what = { $name } leaves every room at once and cannot come back. You can take it back for 10 seconds.
host-remove-keep = Keep { $name }
host-removed-list = Removed
host-verify = Verify
host-verified = Verified
host-unverify = Take back the verification
host-reports = Reports
host-report-by = { $reporter } about { $subject }
host-report-take = Handled
host-report-handled = handled
host-report-remove = Remove { $name }
host-calls = Calls for a host
host-call-by = { $name } calls a host
host-call-lobby = in the lobby
host-call-waits = for { $time }
host-call-take = I see to it
host-call-taken = seen
host-call-write = Write
host-call-line = A line that only { $name } sees
host-call-done = Done
say-host-call = Somebody calls a host.
host-undo-start = Round { $n } begins in { $s } s
host-undo-pause = The evening is paused
host-undo-extend = Everyone has 2 minutes more
host-undo-extend-room = This room has 2 minutes more
host-undo-close = The evening closes in { $s } s
host-undo-remove = { $name } is removed
host-undo-verify = { $name } is verified
host-undo-rules = The rounds to come follow other rules
host-invite = Invite
host-invite-note = Anyone with this link can come as a guest.
host-invite-link = Link to forward
host-invite-code = Code
host-invite-copy = Copy the link
host-invite-copied = Copied. Forward it to those you invite.
host-invite-qr = Show the QR code
host-qr-label = QR code of the link for guests
host-empty = Nobody is here yet. Forward the link.
host-few = Rounds can begin when two people are ready.
say-host-alone = Room { $n }: { $name } is alone.
say-host-report = A new report has arrived.

# The door, the joker, and how it went

host-door = The door
host-door-waiting = { $n ->
    [one] One person waits at the door.
   *[other] { $n } people wait at the door.
  }
host-door-guarded = Newcomers wait until a host lets them in.
host-door-open = Everyone with the link comes straight in.
host-list = Waiting for a place
host-list-full = All { $n } places are taken. Who waits comes in by turn.
host-list-more = { $n ->
    [one] Make one more place
   *[other] Make { $n } more places
  }
host-list-rest = and { $n } more
say-host-list = { $n ->
    [one] One person waits for a place.
   *[other] { $n } people wait for a place.
  }
host-door-admit = Let in
host-door-refuse = Turn away
host-door-guard = Let newcomers wait
host-door-unguard = Open the door for everyone
host-joker = Fills in
host-joker-what = Takes a seat only when the number is odd
host-joker-tag = fills in
host-own-seat = Take a seat yourself
host-own-seat-note = In a tab of its own. Mark yourself below “People” to fill in only when the number is odd.
outlook-short = { $short ->
    [one] One person has fewer new partners than the { $rounds } rounds to come.
   *[other] { $short } people have fewer new partners than the { $rounds } rounds to come.
  }
outlook-fit = { $fit ->
    [0] They would meet somebody again or sit out at once. More people help, or fewer rounds.
    [one] One round works for everyone. Plan fewer rounds or wait for more people.
   *[other] { $fit } rounds work for everyone. Plan fewer rounds or wait for more people.
  }
outlook-odd = The number is odd and trios are off: somebody sits out each round. A host can fill in.
went-title = { $n ->
    [one] How it went: 1 round
   *[other] How it went: { $n } rounds
  }
went-idle = Without a seat
went-of = { $a } of { $b } ({ $free } unavoidable)
went-repeats = Met again
went-avoidable = { $n } ({ $avoidable } avoidable)
went-wait = Wait: half / 95 in 100
went-seconds = { $half } s / { $most } s
went-media = Seen or heard in 5 s
went-media-of = { $n ->
    [one] { $share } of 1 room
   *[other] { $share } of { $n } rooms
  }
went-left = Left before the time
went-keeps = Both keep in touch
went-language = No common language
went-sit-outs = Rounds sat out, by role and place

# Rules, tried out before they are set

rules-open = Rules and rehearsal
rules-title = Who meets whom
rules-who = Rehearse with
rules-who-here = Here now ({ $n })
rules-who-joined = Everyone who joined ({ $n })
rules-apply = Use from round { $n }
rules-apply-note = You can take it back for 10 seconds.
rules-same = These are the rules as they are set.
rules-busy = Rules change between rounds. Your changes wait here.
rules-drop = Drop the changes
rules-last = No round is to come. Plan more rounds to rehearse them.
rules-refused = These rules contradict each other.
rules-bad-meets = With this table nobody could meet anybody, or people would meet recruiters they did not ask for.
rules-bad-fallback = Who told no language has to be taken to speak one. Choose at least one.
rules-bad-rules = At least one thing has to count for a good pair.
rules-bad-rounds = That many rounds are over already, or take more than 12 hours.
rules-bad-must-have = The roles that every group is to hold may not meet by this table.
rules-roles = Roles
rules-roles-note = ★ brings a pair together first. “Never” holds in groups as well, the rest for meetings of two. Under-18s sit in groups with somebody verified, whatever stands here.
rules-pair = { $a } with { $b }
rules-with = with { $a }
rules-may = May meet
rules-first = ★ Bring together first
rules-verdict-always = yes
rules-verdict-if-verified = if verified
rules-verdict-if-opted-in = if asked for
rules-verdict-in-groups = in groups
rules-verdict-with-staff = with staff
rules-verdict-never = never
rules-verdict-first = ★ { $verdict }
rules-weights = What makes a good pair
rules-weight-topics = Questions and answers
rules-weight-topics-note = what one seeks and the other offers
rules-weight-shared = Interests
rules-weight-shared-note = topics in common
rules-weight-roles = Roles
rules-weight-roles-note = the pairs to bring together first
rules-weight-language = Language
rules-weight-language-note = how well they can talk
rules-weight-hours = Hours
rules-weight-hours-note = awake at the same time
rules-weight-newness = New faces
rules-weight-newness-note = other countries, years and fields, or the same
rules-much-none = not
rules-much-little = less
rules-much-normal = usual
rules-much-much = more
rules-more = The evening
rules-rounds = Rounds
rules-rounds-hint = 1 to 30
rules-rounds-over = { $n ->
    [one] one has begun or is over
   *[other] { $n } have begun or are over
  }
rules-purpose = People meet
rules-purpose-explore = somebody unlike them
rules-purpose-reunite = somebody like them
rules-odd = An odd number
rules-trios = One group of three
rules-untold = Who told no language speaks
planned-rooms = Round { $round } is planned: { $rooms ->
    [one] 1 room
   *[other] { $rooms } rooms
  }.
planned-idle = Without a seat: { $n }
planned-repeats = meet again: { $n }
planned-clashes = no common language: { $n }

# What a rehearsal found

rehearsal-running = Playing the rounds with the people who are here.
rehearsal-progress = { $n } of { $total } rounds played
rehearsal-trying = Trying what would help
rehearsal-failed = The rehearsal did not work out. Nothing is lost; change something or try again later.
rehearsal-late = Time was up after { $n ->
    [one] one round
   *[other] { $n } rounds
  }; this is what is known.
rehearsal-late-trying = Time was up before every change was tried; others may help as well.
rehearsal-few = A rehearsal needs two people. Forward the link.
rehearsal-left = { $n ->
    [one] One of { $people } people would be left out of round { $round }.
   *[other] { $n } of { $people } people would be left out of round { $round }.
  }
rehearsal-again = { $fresh ->
    [0] All { $people } have a seat, but somebody meets again at once.
    [one] All { $people } have a seat; after one round somebody meets again.
   *[other] All { $people } have a seat; after { $fresh } rounds somebody meets again.
  }
rehearsal-so-far = So far all { $people } have a seat, and nobody meets twice.
rehearsal-fine = { $n ->
    [one] All { $people } have a seat.
   *[other] All { $people } have a seat in all { $n } rounds, and nobody meets twice.
  }
rehearsal-run-out = { $n ->
    [one] New people last for one round.
   *[other] New people last for { $n } rounds.
  }
rehearsal-people = { $n ->
    [one] 1 person,
   *[other] { $n } people,
  }
rehearsal-more = { " " }and { $n } more
rehearsal-speaks = Somebody who speaks { $languages } would help.
rehearsal-verify = Verify somebody
rehearsal-ask = Ask everyone
rehearsal-ask-text = Recruiters are here. If you would like to meet them, allow it in the lobby under “More”.
because = because { $reasons }.
because-taken = because all they may meet are taken, and { $reasons }.
because-language = they share no language with anybody
because-opt-in = recruiters meet only people who asked for it
because-unverified = nobody they may meet is verified
because-no-pairs = they asked for no meetings of two
because-roles = because no role here may meet theirs.
because-never = { $a } and { $b } may not meet
because-never-each-other = { $a } may not meet each other
because-in-groups = { $a } and { $b } meet in groups only
because-in-groups-each-other = { $a } meet each other in groups only
because-with-staff = { $a } and { $b } meet only beside staff
because-with-staff-each-other = { $a } meet each other only beside staff
because-odd = because the number is odd.
because-nobody = because all they may meet are taken.
because-met-everyone = because they have met everybody they may meet.
because-supervision = because they sit in groups with somebody verified, and nobody verified is free.
because-alone = because nobody else is here.
because-sat-out = because they wish to sit out.
because-late = because they came late.
remedy-meets = Let { $a } meet { $b }
remedy-each-other = Let { $a } meet each other
remedy-unverified = Let { $a } and { $b } meet unverified
remedy-trios = Allow one group of three
remedy-rounds = { $n ->
    [one] Plan one round
   *[other] Plan { $n } rounds
  }
remedy-served = { $n ->
    [one] one more has a seat
   *[other] { $n } more have a seat
  }
played-title = People without a seat, by round
played-round = Round
played-idle = Without a seat
played-round-n = Round { $n }
played-was = as set: { $n }
played-tried = with your changes
played-set = as set
played-repeats = Rooms where people meet again
played-clashes = Rooms without a common language
played-lacking = Groups that lack a role
played-out = People who sit out at all
played-longest = Rounds one person sits out at most
played-share = Of the best possible pairing
roles-alumni = alumni
roles-student = students
roles-prospective = future students
roles-recruiter = recruiters
roles-townsperson = townspeople
roles-staff = staff
