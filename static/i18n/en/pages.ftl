# Pages that the server draws: the landing, the new event, the invitation, and what can go wrong.

## Frame

title-on-site = { $title } · Tsunagari
nav-code = I have a code
foot-open = Open source, run by your host. Nothing is recorded, nobody else is asked.
theme-now = { $theme ->
    [light] Light
    [dark] Dark
   *[system] Light or dark: as the system
  }

## Landing

landing-page-title = Ties between people
landing-headline = { $moment ->
    [past] It is past { landing-hour } in { $town }.
    [near] It is nearly { landing-hour } in { $town }.
   *[on] It is { landing-hour } in { $town }.
  }
landing-question = Where are you?
landing-hour = { $hour ->
    [0] midnight
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] noon
    [13] one
    [14] two
    [15] three
    [16] four
    [17] five
    [18] six
    [19] seven
    [20] eight
    [21] nine
    [22] ten
   *[23] eleven
  }
landing-lede = Tsunagari brings together people who studied in Japan, those who study there now, those who would like to, and the town that was home. Face to face, a few minutes at a time, from wherever you live.
landing-start = Start a mixer
landing-try = Try it with simulated people
landing-code = Join with a code
landing-code-hint = The short code of your invitation, such as KAKE-7H3M
landing-code-go = Join
landing-code-wrong = We know no event with this code. Look at the invitation again, or ask the host.
landing-how = Opens in the browser. No account needed. Japanese and English.
landing-dial = A 24-hour dial with people in eight cities, each at their own hour, joined by threads.
landing-dial-note = An example: eight cities at this very hour.
landing-one = Someone who fits
landing-one-text = You are paired by language, by what you would like to ask and what you can offer. The card tells you why.
landing-two = Six unhurried minutes
landing-two-text = A ring closes while you talk. If you both want more, it waits. If the network drops, your seat is kept.
landing-three = The town comes too
landing-three-text = Your host family, the inn on the corner, the city hall: townspeople sit down with you like everyone else.

## A new event

create-page-title = New event
create-title = What kind of evening?
create-kind = Kind of event
create-name = Title
create-name-hint = What people see first. It is all you have to fill in.
create-name-example = Autumn homecoming
create-note = A line to your guests
create-note-hint = Shown on the invitation.
create-when = When
create-when-now = Now: the doors open at once
create-when-later = On a day
create-date = Date
create-time = Starts
create-zone = in the time of
create-zone-hint = Everyone else sees it in their own time.
create-rounds = Rounds
create-minutes = Minutes a round
create-rounds-hint = Each round takes a new partner: five rounds need at least six people. The board says before the start if partners run out.
create-rest = Long break after so many rounds
create-rest-hint = Five minutes for everybody; less where rounds are short.
create-purpose = Who should meet
create-purpose-explore = People who would not meet otherwise
create-purpose-reunite = People of the same years and fields
create-size = Talk in
create-size-2 = Pairs
create-size-3 = Groups of three
create-size-4 = Groups of four
create-size-5 = Groups of five
create-size-6 = Groups of six
create-size-hint = Groups share one language. Give them longer: 12 minutes is good.
create-sides = Two sides that meet
create-sides-none = Everybody meets everybody
create-sides-future = Students, now and to be, meet alumni and staff
create-sides-town = Townspeople meet students and alumni
create-sides-work = Recruiters meet students and alumni who wish it
create-sides-hint = Rooms follow by how many of each are there: pairs, or one with two or three, up to tables of six.
create-trios = With an odd number, one group of three
create-rules-hint = Who may meet whom is set on the host’s board, where you can try it out on the people who are here.
create-trios-hint = Otherwise one person sits out, and goes first in the next round.
create-auto = Start round 1 by itself at the set time
create-more = More settings
create-go = Create the event
create-go-note = You get a link to forward, and your own link as host.
preset-alumni = Alumni mixer
preset-alumni-note = { $rounds } rounds of { $minutes } min, new people each time ·{"\u00A0"}{ $total }{"\u00A0"}min
preset-buddy = Students and alumni
preset-buddy-note = { $rounds } rounds of { $minutes } min, questions and answers ·{"\u00A0"}{ $total }{"\u00A0"}min
preset-reunion = Reunion
preset-reunion-note = { $rounds } rounds of { $minutes } min, same years and fields ·{"\u00A0"}{ $total }{"\u00A0"}min
preset-quick = A quick hello
preset-quick-note = { $rounds } rounds of { $minutes } min, enough for a lunch break ·{"\u00A0"}{ $total }{"\u00A0"}min
create-error-title = Give it a title; everything else can stay as it is.
create-error-title-long = The title is too long. 120 characters at most.
create-error-date = Choose a date and a time, or let the doors open now.
create-error-past = That moment has passed already.
create-error-zone = We do not know this time zone.
create-error-rounds = Between 1 and 12 rounds.
create-error-rest_after = Between 1 and 12 rounds.
create-error-sides = Two sides shape the rooms by themselves: leave the talks in pairs, or choose no sides.
create-error-minutes = Between 1 and 30 minutes a round.
create-error-plan = These settings do not go together.
create-error-rules = At least one thing has to count for a good pair.
create-errors = Something is missing

## Created

created-title = Your event is ready.
created-note = Forward the first link. Keep the second one.
created-guests = For your guests
created-guests-note = Anyone with the link can come as a guest. No account, no download.
created-host = For you, as host
created-host-note = It gives the rights of a host at this event. Do not forward it.
created-enter = Open the host board
created-code = Code to say aloud
created-qr-show = Show the QR code
created-qr-label = QR code of the link for guests
created-copy = Copy
created-copied = Copied
created-lan = This address works on this computer only. To invite others, start Tsunagari on an address with https.

## Join

join-invites = { $host } invites you
join-you-in = You, in { $city }
join-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
  }
join-doors-open = doors are open
join-running = round { $n } of { $total } is on
join-scheduled = doors open at the start
join-about = { $rounds ->
    [one] One talk of { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
      } with someone who fits you.
   *[other] { $rounds } short talks of { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
      } with people who fit you. Come for one round or stay to the end.
  }
join-people-cities = { $cities ->
    [one] { $n ->
        [one] One person is here
       *[other] { $n } people are here
      }
   *[other] { $n } people from { $cities } cities are here
  }
join-from = { $cities }
join-nobody-yet = Nobody is here yet. You could be the first.
join-guest = Come in as a guest
join-name = Your name, as people should call you
join-reading = How it is read
join-reading-hint = For names that others may not know how to say.
join-enter = Enter as { $name }
join-enter-plain = Enter
join-privacy = Others see your first name, your city and local time. Nothing else until you add it.
join-early = Doors open at { $time } your time. Add it to your calendar.
join-early-town = Doors open at { $time } in { $city }. Add it to your calendar.
join-calendar = Add to calendar
join-full-next = { $n ->
    [1] All places are taken. You would be first on the list, and come in by yourself when a place is free.
   *[other] All places are taken. You would be number { $n } on the list, and come in by yourself when it is your turn.
  }
join-list = Put me on the list
join-full-plain = All places are taken right now.
join-over = This event is over. Thank you for wanting to come.
join-practice = This is a try-out: the others are simulated, marked as such, and gone at the end.
join-host = You are hosting this event.
join-host-enter = Open the host board
join-again = You are in already as { $name }.
join-again-enter = Go on as { $name }
join-conduct = Be kind, let the other finish, and leave when you want. Staff read every report.
join-error-name = Write a name that people can call you by.
join-error-name-long = That name is too long. 60 characters at most.
join-error-reading-long = That is too long. 60 characters at most.
join-error-busy = That was a lot at once. Wait a moment and try again.

## The app, before it has started

app-opening = Opening the door
app-opening-note = One moment.
app-noscript = This page needs JavaScript for video and the clock. Please allow it for this site.

## What can go wrong

problem-expired = This link has expired.
problem-expired-note = Ask the host for a new one. Nothing you wrote before is lost.
problem-refused = This link does not open anything here.
problem-refused-note = It may be cut off or meant for another event. Open the whole link from the invitation, or ask the host for a new one.
problem-not-found = There is nothing at this address.
problem-not-found-note = Look at the link again, or join with the code of your invitation.
problem-insecure = Cameras need a secure page.
problem-insecure-note = This page came over http, and browsers allow cameras only over https. Ask the host for the https address. You can join by text meanwhile.
problem-insecure-go = Join by text
problem-over = This event is over.
problem-over-note = Whom you met stays readable through your own link.
problem-full = All places are taken.
problem-full-note = Keep the page open or come back: you get in as soon as a place is free.
problem-removed = You have been taken out of this event.
problem-removed-note = A host decided this. If you think it is a mistake, write to them.
problem-busy = That was a lot at once.
problem-busy-note = Wait a moment and load the page again.
problem-broken = Something broke on our side.
problem-broken-note = Nothing is lost. Load the page again in a moment.
problem-offline = This device is offline.
problem-offline-note = The page loads by itself as soon as there is a connection.
problem-home = To the start
problem-again = Load the page again
