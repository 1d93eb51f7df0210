from django.urls import path

from instructors.api import assigned

urlpatterns = [
    path("<str:token>/", assigned.AssignedPlanView.as_view(), name="open-class-plan"),
    path("<str:token>/practice/", assigned.AssignedPracticeView.as_view(), name="open-class-practice"),
    path("<str:token>/items/<uuid:item_id>/", assigned.AssignedDanceView.as_view(), name="open-class-dance"),
]
