# Becoming the owner: the one who runs this server and may create events.

owner-title = Host events from this browser
owner-note = This link works once. After you press the button, this browser may create events here for 30 days.
owner-enter = Use this browser
owner-needed = Who may host here?
owner-needed-note = Events are created by whoever runs this server. If that is you, open the one-time link it printed when it started, or ask for a new one:
owner-needed-else = If it is somebody else, ask them for an invitation or for a host link.
