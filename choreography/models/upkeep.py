"""What tidying up goes by: how far it has come in storage, and which folders rows name."""

from django.db import models
from django.db.models import F, Func, Value


class StorageRound(models.Model):
    """How far the folders below one prefix of the storage are compared with the database, round after round."""

    root = models.CharField(max_length=40, primary_key=True)
    began_at = models.DateTimeField()
    after = models.CharField(max_length=255, blank=True)
    """The round has come to here, in the order of names; empty at its beginning."""

    def __str__(self) -> str:
        return f"{self.root} behind {self.after or 'the beginning'}"


def folder_of(column: str) -> Func:
    """Return the expression for the folder that the key in a column lies directly below; the indexes know it."""
    no_name = (Value("/[^/]*$"), Value(""))
    return Func(F(column), *no_name, function="regexp_replace", output_field=models.TextField())
