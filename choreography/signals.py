"""What happens here that other apps may wish to know."""

from django.dispatch import Signal

choreography_completed = Signal()
"""A choreography's video is published. Sent in the transaction that completes the task, with `task_id`."""
