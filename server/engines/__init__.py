"""Two engines for each port, held to one contract by the same tests."""
