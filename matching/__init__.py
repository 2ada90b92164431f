"""Who meets whom: a pure package that plans rounds of pairs, trios and supervised groups.

Values in, values out; no clock, no randomness of its own, nothing of the server. Start at
`plan_round`; the method is told in README.md.
"""

from __future__ import annotations

from matching.causes import Cause, causes
from matching.choices import Breakout, Chooser, Offered, TopicRoom, plan_choices
from matching.eligible import eligible_counts
from matching.errors import BadRules, DuplicateCandidate, MatchingError
from matching.explain import Reason, explain
from matching.language import common_language
from matching.latecomers import late_seat
from matching.measures import Measures, PlayedRound, measure
from matching.pool import run_wave
from matching.prepared import Prepared, prepare
from matching.rehearsal import Rehearsal, Rehearsed
from matching.repair import Openings, Placement, place_single
from matching.roles import Meet, role_pair
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES, Rules, Weights
from matching.score import feasible, rarity_of, score_matrix
from matching.slots import Appointment, Guest, SlotHost, Timetable, plan_slots
from matching.split import balanced
from matching.types import (
    Bench,
    BenchReason,
    Candidate,
    History,
    Level,
    Pair,
    PlannedRoom,
    Role,
    RoundPlan,
)
from matching.wave import DEFAULT_POOL, Offer, PoolRules, Relax, Ticket, Waiting, Wave
from matching.why_left import WhyLeft, why_left

__all__ = [
    "DEFAULT_POOL",
    "DEFAULT_RULES",
    "Appointment",
    "BadRules",
    "Bench",
    "BenchReason",
    "Breakout",
    "Candidate",
    "Cause",
    "Chooser",
    "DuplicateCandidate",
    "Guest",
    "History",
    "Level",
    "MatchingError",
    "Measures",
    "Meet",
    "Offer",
    "Offered",
    "Openings",
    "Pair",
    "Placement",
    "PlannedRoom",
    "PlayedRound",
    "PoolRules",
    "Prepared",
    "Reason",
    "Rehearsal",
    "Rehearsed",
    "Relax",
    "Role",
    "RoundPlan",
    "Rules",
    "SlotHost",
    "Ticket",
    "Timetable",
    "TopicRoom",
    "Waiting",
    "Wave",
    "Weights",
    "WhyLeft",
    "balanced",
    "causes",
    "common_language",
    "eligible_counts",
    "explain",
    "feasible",
    "late_seat",
    "measure",
    "place_single",
    "plan_choices",
    "plan_round",
    "plan_slots",
    "prepare",
    "rarity_of",
    "role_pair",
    "run_wave",
    "score_matrix",
    "why_left",
]
