from django.apps import AppConfig


class UserCollectionsConfig(AppConfig):
    name = "user_collections"
    verbose_name = "Collections"

    def ready(self) -> None:
        """Listen for finished choreographies, in every process that finishes any; add collections to exports."""
        from user_collections import autosave, exporting  # noqa: PLC0415 - models exist only now
        from users.exporting import register_section  # noqa: PLC0415

        autosave.listen()
        register_section("collection", exporting.collection)
