"""One example of every message, as it travels. They stand in README.md and a test decodes each."""

from __future__ import annotations

import msgspec

from server.protocol.client import ClientMessage
from server.protocol.server import ServerMessage

_LINH = (
    '{"id":"p-linh","name":"Linh","zone":"Asia/Ho_Chi_Minh","city":"Hanoi","role":"alumni",'
    '"cohort":2014,"languages":[{"code":"vi","level":4},{"code":"ja","level":3}],'
    '"seeks":["tourism"],"verified":true}'
)
_MEMBER = (
    f'{{"card":{_LINH},"seat":"here","gen":1,"polite":true,'
    '"reasons":[{"kind":"offers_what_you_seek","topic":"tourism"}]}'
)
_PROFILE = (
    '{"name":"Haruka","reading":"はるか","city":"Beppu","zone":"Asia/Tokyo","role":"townsperson",'
    '"age":"adult","languages":[{"code":"ja","level":4}],"offers":["tourism"],'
    '"contact":"haruka@example.org"}'
)
_EVENT = (
    '{"id":"e-1","title":"Autumn homecoming","zone":"Asia/Tokyo","starts_at":1795694400.0,'
    '"plan":{"rounds":4},"town_city":"Beppu","town_zone":"Asia/Tokyo","code":"KMPT-4Q7X"}'
)
_ROOM = '"room":"e-1.7","epoch":2'
_SDP = '"sdp":"v=0\\r\\no=- 1 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\n"'

CLIENT: tuple[str, ...] = (
    '{"t":"hello","id":1,"token":"eyJ…","lang":"ja","zone":"Asia/Tokyo","mode":"video"}',
    '{"t":"hello","id":1,"token":"eyJ…","replaces":{"session":"S9w…","key":"kQ2…"}}',
    '{"t":"ping","id":2,"acked":12,"sent":1795694401.5,"visible":true}',
    '{"t":"session.take","id":3}',
    f'{{"t":"profile.set","id":4,"profile":{_PROFILE}}}',
    '{"t":"mixer.ready","id":5,"ready":true,"mode":"video"}',
    '{"t":"mixer.sit_out","id":6,"on":true}',
    '{"t":"mixer.choose","id":7,"choice":"next"}',
    '{"t":"pool.join","id":36,"mode":"video"}',
    '{"t":"pool.leave","id":37}',
    '{"t":"match.accept","id":38,"match":4}',
    '{"t":"match.decline","id":39,"match":4}',
    f'{{"t":"room.enter","id":8,{_ROOM}}}',
    f'{{"t":"room.media","id":9,{_ROOM},"state":"connected","muted":false,"camera":true}}',
    f'{{"t":"room.leave","id":10,{_ROOM},"safety":true}}',
    f'{{"t":"room.more","id":11,{_ROOM},"more":true}}',
    f'{{"t":"room.prompt","id":12,{_ROOM}}}',
    f'{{"t":"signal.offer","id":13,"room":"e-1.7","to":"p-linh","gen":1,{_SDP}}}',
    f'{{"t":"signal.answer","id":14,"room":"e-1.7","to":"p-linh","gen":1,{_SDP}}}',
    (
        '{"t":"signal.candidate","id":15,"room":"e-1.7","to":"p-linh","gen":1,'
        '"candidate":"candidate:1 1 udp 2122260223 192.0.2.1 54400 typ host","mid":"0","line":0}'
    ),
    '{"t":"signal.restart","id":16,"room":"e-1.7","to":"p-linh","gen":1}',
    '{"t":"chat.say","id":17,"room":"e-1.7","text":"はじめまして"}',
    '{"t":"meeting.keep","id":18,"meeting":"e-1.7:p-haruka:p-linh","keep":true}',
    '{"t":"meeting.note","id":19,"meeting":"e-1.7:p-haruka:p-linh","text":"the foot bath"}',
    '{"t":"meeting.message","id":20,"meeting":"e-1.7:p-haruka:p-linh","text":"Thank you, Linh."}',
    '{"t":"person.block","id":21,"person":"p-linh"}',
    '{"t":"person.unblock","id":22,"person":"p-linh"}',
    '{"t":"person.pass","id":23,"person":"p-linh"}',
    '{"t":"person.report","id":24,"person":"p-linh","category":"spam","note":"sells things"}',
    '{"t":"event.pulse","id":25,"value":5}',
    '{"t":"event.leave","id":51}',
    '{"t":"host.start","id":26,"in_seconds":20}',
    '{"t":"host.pause","id":27}',
    '{"t":"host.resume","id":28}',
    '{"t":"host.extend","id":29,"seconds":120,"room":"e-1.7"}',
    '{"t":"host.close","id":30,"in_seconds":10}',
    '{"t":"host.announce","id":31,"text":"Two more rounds."}',
    '{"t":"host.remove","id":32,"person":"p-linh","reason":"spam"}',
    '{"t":"host.verify","id":33,"person":"p-linh","verified":true}',
    '{"t":"host.handled","id":34,"report":"r-1"}',
    '{"t":"host.undo","id":35,"action":"a-3"}',
    '{"t":"mixer.suggest","id":36,"on":false}',
    '{"t":"meeting.again","id":37,"meeting":"e-1.7:p-haruka:p-linh","again":true}',
    '{"t":"help.ask","id":43,"on":true}',
    '{"t":"host.help","id":44,"person":"p-haruka","text":"I am on my way."}',
    '{"t":"host.joker","id":38,"person":"p-haruka"}',
    '{"t":"host.guard","id":39,"on":true}',
    '{"t":"host.capacity","id":50,"capacity":60}',
    '{"t":"host.admit","id":40,"person":"p-linh"}',
    (
        '{"t":"host.rules","id":41,"ruling":{"rounds":4,"trios":true,"purpose":"explore",'
        '"rules":{"meets":{"townsperson+townsperson":"always"},"language":"much"}}}'
    ),
    '{"t":"host.rehearse","id":42,"ruling":{"rounds":4,"trios":false},"who":"here"}',
)

SERVER: tuple[str, ...] = (
    '{"t":"ok","re":18,"id":"a-3"}',
    '{"t":"error","re":10,"code":"wrong_phase","detail":"minimum_stay"}',
    '{"t":"pong","re":2,"sent":1795694401.5,"at":1795694401.62}',
    (
        f'{{"t":"welcome","re":1,"session":"s-9","key":"k…","you":"p-haruka","event":{_EVENT},'
        '"at":1795694401.0,"ice":[{"urls":["turn:turn.example.org:3478"],"username":"1795700000:p",'
        '"credential":"…"}]}'
    ),
    '{"t":"resumed","re":1,"at":1795694431.0}',
    '{"t":"resync","at":1795694431.0}',
    '{"t":"bye","code":1012,"reason":"restart"}',
    '{"t":"notice","kind":"announce","at":1795694401.0,"text":"Two more rounds."}',
    '{"t":"session.elsewhere","here":false}',
    f'{{"t":"profile.state","profile":{_PROFILE},"verified":true}}',
    (
        f'{{"t":"presence.state","epoch":1,"v":3,"total":1,"people":[{{"card":{_LINH},'
        '"state":"ready","since":1795694300.0}]}'
    ),
    (
        f'{{"t":"presence.diff","epoch":1,"v":4,"pv":3,"total":1,"put":[{{"card":{_LINH},'
        '"state":"in_room","since":1795694420.0,"room":"e-1.7"}],"gone":["p-ben"]}'
    ),
    '{"t":"presence.count","epoch":1,"v":5,"pv":4,"total":412,"zones":{"Asia/Tokyo":80}}',
    (
        '{"t":"mixer.state","epoch":2,"v":9,"phase":"round","round":2,"rounds":4,'
        '"began":1795694400.0,"deadline":1795694763.0}'
    ),
    '{"t":"you.state","v":7,"state":"ready","eligible":11,"ready":true}',
    (
        f'{{"t":"round.seat",{_ROOM},"round":2,"kind":"pair","language":"ja",'
        f'"starts_at":1795694403.0,"deadline":1795694763.0,"partners":[{_LINH}],'
        '"reasons":{"p-linh":[{"kind":"same_city"}]}}'
    ),
    '{"t":"round.bench","round":2,"why":"odd","next_at":1795694838.0}',
    (
        '{"t":"pool.state","v":3,"waiting":5,"ticket":{"since":1795694390.0,"eligible":2,'
        f'"soonest":5,"latest":20}},"match":{{"id":4,"kind":"pair","partners":[{_LINH}],'
        '"until":1795694431.0,"language":"ja","reasons":{"p-linh":[{"kind":"same_city"}]}}}'
    ),
    '{"t":"match.expired","match":4,"why":"others","at":1795694431.0}',
    (
        f'{{"t":"room.state",{_ROOM},"v":4,"round":2,"kind":"pair","members":[{_MEMBER}],'
        '"began":1795694403.0,"deadline":1795694763.0,"prompt":5,"language":"ja"}'
    ),
    f'{{"t":"room.closed",{_ROOM},"reason":"round_over"}}',
    f'{{"t":"signal.offer","room":"e-1.7","sender":"p-linh","gen":1,{_SDP}}}',
    f'{{"t":"signal.answer","room":"e-1.7","sender":"p-linh","gen":1,{_SDP}}}',
    '{"t":"signal.candidate","room":"e-1.7","sender":"p-linh","gen":1,"candidate":"","mid":"0"}',
    '{"t":"chat.state","lines":[],"room":"e-1.7"}',
    (
        '{"t":"chat.message","line":{"seq":41,"sender":"p-linh","name":"Linh","text":"こんばんは",'
        '"at":1795694410.0,"room":"e-1.7"}}'
    ),
    (
        '{"t":"meeting.state","v":2,"meetings":[{"id":"e-1.7:p-haruka:p-linh","round":2,'
        f'"at":1795694403.0,"card":{_LINH},"keep":true,"mutual":true,"contact":"linh@example.org"}}]}}'
    ),
    '{"t":"meeting.mutual","meeting":"e-1.7:p-haruka:p-linh","person":"p-linh","name":"Linh"}',
    (
        '{"t":"host.board","v":12,"rooms":[{"room":"e-1.7","number":7,"kind":"pair","seats":'
        '[{"person":"p-linh","seat":"here","media":"connected"},{"person":"p-haruka","seat":"away",'
        '"until":1795694450.0}],"deadline":1795694763.0,"alone_since":1795694430.0}],'
        '"undo":[{"action":"a-3","kind":"extend","until":1795694440.0,"seconds":120}],'
        '"outlook":{"rounds":4,"fit":3,"short":4},'
        '"preview":{"round":3,"rooms":20,"idle":1,"repeats":0,"clashes":0},'
        '"ruling":{"rounds":6,"rules":{"language":"much"},"purpose":"explore","trios":false}}'
    ),
    (
        '{"t":"host.rehearsal","v":3,"rehearsal":{"state":"running","at":1795694400.0,'
        '"tried":{"rounds":4,"rules":{},"purpose":"explore","trios":false},"who":"here","people":41,'
        '"to_come":4,"rounds":[{"round":1,"rooms":19,"idle":3,"trios":0,"repeats":0,"clashes":0,'
        '"lacking":0}],"worst":1,"left":[{"count":2,"why":"roles","relax":["roles"],'
        '"pairs":["townsperson+townsperson"],"people":["p-haruka"]},{"count":1,"why":"odd"}],'
        '"remedies":[{"kind":"trios","served":1,"idle":2,'
        '"ruling":{"rounds":4,"rules":{},"purpose":"explore","trios":true}}],'
        '"sat_out":3,"longest":1,"fresh":1,"share":0.998}}'
    ),
)


def client_examples() -> list[ClientMessage]:
    """Return the client examples, decoded."""
    return [msgspec.json.decode(text, type=ClientMessage) for text in CLIENT]


def server_examples() -> list[ServerMessage]:
    """Return the server examples, decoded."""
    return [msgspec.json.decode(text, type=ServerMessage) for text in SERVER]
