"""What happens here that other apps may wish to know."""

from django.dispatch import Signal

account_closing = Signal()
"""An account is about to be removed with all that is its own. Sent in the transaction that removes it, with `user`.

Rows that refer to the account go with it; receivers stop what runs, and remove after the commit what is no row.
"""
