"""Pages of lists: `{count, next, previous, results}`."""

from rest_framework.pagination import PageNumberPagination


class Page(PageNumberPagination):
    """Twenty-five a page unless asked otherwise, a hundred at most."""

    page_size = 25
    page_size_query_param = "page_size"
    max_page_size = 100
