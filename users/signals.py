"""What happens here that other apps may wish to know."""

from django.dispatch import Signal

reset_link_asked = Signal()
"""Somebody asks for a link to a new password. Sent with `user_id`, None where the address is no account's, and `site`.

The receiver has `users.resetting.send_link` called behind the request, for None as well: both take the same time.
"""
account_closing = Signal()
"""An account is about to be removed with all that is its own. Sent in the transaction that removes it, with `user`.

Rows that refer to the account go with it; receivers stop what runs, and remove after the commit what is no row.
"""
