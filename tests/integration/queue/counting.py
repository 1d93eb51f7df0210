"""A job that only counts, and a worker that knows no other."""

from django.db import connection
from procrastinate.contrib.django import app

from choreography.queue.deferring import PLANNING_QUEUE

COUNT_JOB = "tests.count"
PROGRAM = f"""
import django
django.setup()
from django.core.management import call_command
from choreography.queue.deferring import JOB_MODULES
JOB_MODULES[{PLANNING_QUEUE!r}] = {__name__!r}
call_command("work", queues={PLANNING_QUEUE!r})
"""
"""What `python -c` runs."""


@app.task(name=COUNT_JOB, queue=PLANNING_QUEUE)
def count(number: int) -> None:
    """Note that it was done."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO counted (number) VALUES (%s)", [number])
