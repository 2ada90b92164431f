"""A client for the whole protocol, for programs, tests and simulated people. See README.md."""

from server.client.commands import Commands, HostCommands, Refused
from server.client.doors import Joined, Made, create, join
from server.client.line import Closed
from server.client.replica import Replica
from server.client.tsunagari import Tsunagari

__all__ = [
    "Closed",
    "Commands",
    "HostCommands",
    "Joined",
    "Made",
    "Refused",
    "Replica",
    "Tsunagari",
    "create",
    "join",
]
