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
