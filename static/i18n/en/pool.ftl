## Meeting somebody now, before the first round

pool-title = Meet someone now
pool-note = A talk with somebody who fits, while you wait. You can say no.
pool-note-group = A small group with a verified member, while you wait. You can say no.
pool-join = Find someone
pool-looking = Looking for someone
pool-waited = Waiting for { $time }
pool-eligible = { $n ->
    [0] Nobody who is waiting fits you yet.
    [one] One of those waiting fits you.
   *[other] { $n } of those waiting fit you.
  }
pool-eta = { $from ->
    [0] Usually within { $to } seconds.
   *[other] Usually in { $from } to { $to } seconds.
  }
pool-first = Somebody else fell through, so you are first in line.
pool-rests = Are you still there?
pool-rests-note = Two people were proposed while you were away. Your place is kept.
pool-here = I’m here
pool-stop = Stop looking
pool-lounge = Open the lounge meanwhile
pool-relax-recruiters = Also meet recruiters
pool-relax-pairs = Also talk one to one
pool-why-language = Nobody who is waiting speaks a language you both can talk in.
pool-why-roles = Those who are waiting are here for other conversations.
pool-why-supervision = We wait for a member of staff or a verified alum to join your group.
pool-why-met-everyone = You have met everyone who is waiting.
pool-why-nobody = Nobody who fits is free right now. You keep your place.
pool-propose = Would you like to meet { $name }?
pool-accept = Meet now
pool-accepted = You are in. { $name } is being asked.
pool-accepted-note = The room opens as soon as both have said yes.
pool-decline-note = Nobody is told if you say no.
pool-answer-in = { $n ->
    [one] One second left to answer
   *[other] { $n } seconds left to answer
  }
