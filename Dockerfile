# syntax=docker/dockerfile:1
# One image a kind of process, each with just what it imports: docker build --target web|planning|assembly .
# `scripts/check_containers` proves what can be proved without a container engine.

FROM node:22-slim AS frontend
WORKDIR /build
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

FROM python:3.11-slim AS base
ENV PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 \
    ENVIRONMENT=production LOG_FORMAT=json HOME=/tmp ALIVE_FILE=/tmp/alive
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin buddy
WORKDIR /app
COPY . .
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=3 CMD ["python", "-m", "common.alive"]

# The site, the API and, with another command, the migrations and the maintenance: no codecs, no machine learning.
FROM base AS web
RUN pip install -c constraints.txt -e ".[s3]"
COPY --from=frontend /build/dist frontend/dist
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=10s --start-period=20s --retries=3 CMD ["python", "-m", "common.alive", "http://127.0.0.1:8000/healthz"]
CMD ["gunicorn", "bachata_buddy.wsgi", "--bind", "0.0.0.0:8000", "--threads", "12", "--timeout", "60", "--graceful-timeout", "10", "--keep-alive", "15", "--max-requests", "20000", "--max-requests-jitter", "2000", "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]

# Listens to songs, plans, takes clips in.
FROM base AS planning
ENV OPENBLAS_NUM_THREADS=1
RUN pip install -c constraints.txt -e ".[analysis,s3,urls]"
USER 10001
CMD ["python", "manage.py", "work", "--queues", "planning,ingest"]

# Copies packets, and sends mail.
FROM base AS assembly
RUN pip install -c constraints.txt -e ".[assembly,s3]"
USER 10001
CMD ["python", "manage.py", "work", "--queues", "assembly,mail"]
