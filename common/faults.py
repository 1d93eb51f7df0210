"""Faults on demand, so that tests can kill, stop, hang or fail a stage of a job. Off unless BB_TESTING is set."""

import errno
import os
import signal
import time

from django.conf import settings

from common.errors import InternalError

HANG_S = 3600.0


class InjectedFaultError(InternalError):
    """A test asked this stage to fail."""

    code = "injected_fault"


def inject(stage: str) -> None:
    """Do to this process what BB_FAULT=`<stage>:<fault>` asks for; nothing without it."""
    if settings.BB_FAULT is None:
        return
    wanted, fault = settings.BB_FAULT.split(":")
    if wanted != stage:
        return
    if fault == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif fault == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    elif fault == "hang":
        time.sleep(HANG_S)
    elif fault == "enospc":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    else:
        raise InjectedFaultError("A test asked this stage to fail.")
