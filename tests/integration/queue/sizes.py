"""How much the tests that kill things do: a little on each change, all that is promised with BB_CHAOS=full."""

import os

FULL = os.environ.get("BB_CHAOS") == "full"
PAUSED_WORKERS = 10 if FULL else 1
OUTAGE_S = 45.0 if FULL else 3.0
NO_OP_JOBS, NO_OP_WORKERS = (1000, 3) if FULL else (120, 2)
KILLED_STAGES = ("analysing", "searching", "sequencing", "assembling", "publishing") if FULL else ("sequencing",)
OUTAGE_STAGES = ("analysing", "searching", "sequencing", "assembling", "publishing") if FULL else ("publishing",)
