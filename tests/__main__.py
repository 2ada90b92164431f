"""What `python3 -m tests` starts: the set-up of what tests need, then the test command.

Rule: this file parses on every Python 3, as server/__main__.py does.
"""

import sys

from server.__main__ import too_old


def main():
    # type: () -> int
    """Set up what is missing, run the asked tests and return the exit code."""
    refusal = too_old("tests")
    if refusal:
        sys.stderr.write(refusal)
        return 2
    from server.setup.bootstrap import enter

    code = enter("tests", sys.argv[1:], "tests")
    if code is not None:
        return code
    from tests.runner.command import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
