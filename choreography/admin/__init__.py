"""What staff see and do in Django's admin.

It runs in the web process: whatever takes a worker's tools becomes a task.
"""

from choreography.admin import dances, library, songs

__all__ = ["dances", "library", "songs"]
