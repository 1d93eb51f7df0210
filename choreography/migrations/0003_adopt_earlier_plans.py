"""Give tasks from before their wish in full, and each finished one a choreography that can be edited and kept."""

from django.db import migrations

WISH = ("difficulty", "energy", "style", "duration_s", "seed", "quality")


def adopt(apps, schema_editor):
    tasks = apps.get_model("choreography", "ChoreographyTask")
    choreographies = apps.get_model("choreography", "Choreography")
    for task in tasks.objects.filter(wish={}).select_related("blueprint").iterator():
        task.wish = {name: getattr(task, name) for name in WISH}
        if task.blueprint is not None:
            choreography = choreographies.objects.create(
                owner_id=task.owner_id, song_id=task.song_id, current_id=task.blueprint_id
            )
            task.blueprint.choreography, task.blueprint.wish = choreography, task.wish
            task.blueprint.save(update_fields=("choreography", "wish"))
            task.choreography = choreography
        task.save(update_fields=("wish", "choreography"))


class Migration(migrations.Migration):
    dependencies = [("choreography", "0002_choreographies")]
    operations = [migrations.RunPython(adopt, migrations.RunPython.noop)]
