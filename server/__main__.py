"""What `python3 -m server` starts: the set-up when something is missing, then the command line.

Rule: this file parses on every Python 3, so that an old one gets a sentence and not a SyntaxError.
"""

import sys

MINIMUM = (3, 11)


def too_old(module):
    # type: (str) -> str
    """Return the one line for a Python that cannot run this module, or an empty text."""
    if sys.version_info[:2] >= MINIMUM:
        return ""
    found = ".".join(str(part) for part in sys.version_info[:3])
    return (
        "Tsunagari needs Python 3.11 or newer and this is Python " + found + ": "
        "install it (Debian 12, Ubuntu 24.04: apt-get install python3 python3-venv), "
        "then run python3.11 -m " + module + "\n"
    )


def main():
    # type: () -> int
    """Set up what is missing, run the command line and return its exit code."""
    refusal = too_old("server")
    if refusal:
        sys.stderr.write(refusal)
        return 2
    from server.setup.bootstrap import enter

    code = enter("server", sys.argv[1:], "server")
    if code is not None:
        return code
    from server.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
