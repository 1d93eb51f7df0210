"""The queue's door to mail. Importing it loads nothing but Django."""

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from choreography.queue.deferring import MAIL_QUEUE, RESET_LINK_JOB
from users.resetting import send_link

AGAIN = RetryStrategy(max_attempts=4, exponential_wait=5, retry_exceptions=(OSError,))
"""After 5, 25, 125 and 625 s: a mail server that refuses or does not answer is an OSError."""


@app.task(name=RESET_LINK_JOB, queue=MAIL_QUEUE, retry=AGAIN)
def send_reset_link(user_id: str | None, site: str) -> None:
    """Send the link to a new password; a second one does no harm."""
    send_link(user_id=None if user_id is None else UUID(user_id), site=site)
