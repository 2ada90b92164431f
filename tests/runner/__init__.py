"""The test command: checks, suites, their summary. Not the tests themselves."""
