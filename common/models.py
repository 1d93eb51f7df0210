"""What all processes must know together though it is about no dance: who came how often, and what took how long."""

from django.db import models


class ThrottleWindow(models.Model):
    """How often somebody used something since `started_at`; `common.api.throttling` counts."""

    key = models.CharField(max_length=100, primary_key=True)
    """The scope and a keyed hash of who: neither addresses nor names are kept."""
    started_at = models.DateTimeField()
    hits = models.PositiveIntegerField()

    class Meta:
        indexes = (models.Index(fields=("started_at",), name="throttle_by_age"),)

    def __str__(self) -> str:
        return self.key


class Measurement(models.Model):
    """A sum over all processes; `common.measurements` adds to it and shows it."""

    name = models.CharField(max_length=60)
    labels = models.CharField(max_length=300)
    """A JSON list of their values, in the order of their names."""
    step_s = models.FloatField()
    """The longest duration counted here, infinity for the rest and for what is no duration."""
    count = models.BigIntegerField()
    total = models.FloatField()
    told_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "labels", "step_s"), name="one_sum_a_step"),)

    def __str__(self) -> str:
        return f"{self.name}{self.labels}"
