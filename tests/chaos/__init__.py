"""Faults on purpose: processes killed, databases stopped, disks filled; and what must hold after.

docs/reliability.md says what holds and why. `make chaos` kills thousands of times.
"""
