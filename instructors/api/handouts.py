"""A class plan on paper: a page to print and a PDF, behind addresses that are signed for an hour."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from common.api.open_links import OpenLinkView
from common.api.schema import ERRORS
from common.errors import NotFoundError
from instructors.handouts.content import Handout, handout_of
from instructors.handouts.links import plan_id_of
from instructors.handouts.pdf import pdf_of
from instructors.handouts.words import language_of
from instructors.models import ClassPlan

LANGUAGE = OpenApiParameter("language", str, enum=["en", "es"])


class PrintView(OpenLinkView):
    """The page to print."""

    @extend_schema(
        parameters=[LANGUAGE],
        responses={(200, "text/html"): OpenApiTypes.STR, **ERRORS},
        operation_id="print_class_plan",
        auth=[],
    )
    def get(self, request: Request, signed: str) -> HttpResponse:
        """Return the plan as a page to print; its address comes with the plan."""
        handout = _handout(request._request, signed)
        return render(request._request, "instructors/class_plan.html", {"handout": handout})


class PdfView(OpenLinkView):
    """The PDF."""

    @extend_schema(
        parameters=[LANGUAGE],
        responses={(200, "application/pdf"): OpenApiTypes.BINARY, **ERRORS},
        operation_id="class_plan_pdf",
        auth=[],
    )
    def get(self, request: Request, signed: str) -> HttpResponse:
        """Return the plan as PDF; its address comes with the plan."""
        handout = _handout(request._request, signed)
        plain = slugify(handout.title) or "class-plan"
        named = f"inline; filename=\"{plain}.pdf\"; filename*=UTF-8''{quote(handout.title, safe='')}.pdf"
        return HttpResponse(pdf_of(handout), content_type="application/pdf", headers={"Content-Disposition": named})


def _handout(request: HttpRequest, signed: str) -> Handout:
    plan = ClassPlan.objects.filter(id=plan_id_of(signed)).first()
    if plan is None:
        raise NotFoundError
    return handout_of(plan, language_of(request.GET.get("language")))
