"""Late imports: what a start does without, fetched when first needed, by one thread at a time.

Rule: an import inside a function that two threads may reach stands in `with ONE_AT_A_TIME`. Python
locks each module on its own; two threads that enter a package by different doors wait for each
other, and the one that would wait for ever is handed a half-made module.
"""

from __future__ import annotations

import threading

ONE_AT_A_TIME = threading.RLock()
