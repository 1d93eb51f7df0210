from django.apps import AppConfig


class ChoreographyConfig(AppConfig):
    name = "choreography"
