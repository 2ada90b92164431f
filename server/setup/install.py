"""One set-up from whatever state the checkout is in to a complete one.

Rule: whatever goes wrong ends in the command, its last lines and one sentence of what to do.
"""

from __future__ import annotations

import time

from server.setup import environment, front_end, stamp
from server.setup.checkout import Checkout, Wants
from server.setup.gate import alone
from server.setup.steps import CANNOT, INTERRUPTED, OFFLINE_ADVICE, Refused, StepFailed, Steps, say

TITLES = {"base": "Python packages", "dev": "Python packages, with those of the tests"}


def explained(checkout: Checkout, wants: Wants) -> int | None:
    """Set up and return None, or say why not and return the exit code."""
    try:
        install(checkout, wants)
    except Refused as refused:
        say(str(refused))
    except StepFailed as failed:
        say(f"This command failed: {failed.command}\n{failed.last_lines()}")
        say(OFFLINE_ADVICE if failed.offline else _advice(checkout))
    except OSError as reason:
        say(
            f"Cannot write in {checkout.root} ({reason.strerror}): own it or choose another folder."
        )
    except KeyboardInterrupt:
        say("\nSet-up interrupted; the next start takes it up again.")
        return INTERRUPTED
    else:
        return None
    return CANNOT


def install(checkout: Checkout, wants: Wants) -> None:
    """Install all that is missing while no other start does; raises Refused or StepFailed."""
    with alone(checkout.gate, _waiting) as descriptor:
        if stamp.ready(checkout, wants):
            return
        if not checkout.venv.exists():
            environment.pip_or_none()
        began = time.perf_counter()
        say("Setting up Tsunagari (once):")
        steps = Steps(checkout.root, inherited=(descriptor,))
        fill_all(checkout, wants, steps)
        say(f"Set up in {time.perf_counter() - began:.1f} s")


def fill_all(checkout: Checkout, wants: Wants, steps: Steps) -> None:
    """Run the steps that are due, in order; the caller holds the gate."""
    environment.make(checkout, steps)
    if not stamp.python_ready(checkout, wants.lock):
        environment.fill(checkout, steps, wants.lock, TITLES[wants.lock])
    if not stamp.packages_ready(checkout, dev=wants.dev_packages):
        front_end.fill(checkout, steps, dev=wants.dev_packages)


def _waiting() -> None:
    say("Another start is setting up this checkout: waiting for it.")


def _advice(checkout: Checkout) -> str:
    return (
        f"Remove {checkout.venv} and start again; if it fails the same way, report the lines above."
    )
