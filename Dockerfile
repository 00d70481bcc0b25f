FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 VAR_DIR=/var/lib/factcheck
WORKDIR /app

# What draws the text of a report's PDF.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt

COPY manage.py pyproject.toml ./
COPY factcheck factcheck
COPY annotations annotations

RUN useradd --system --home-dir "$VAR_DIR" --create-home factcheck \
    && python manage.py collectstatic --noinput \
    && chown -R factcheck "$VAR_DIR"
USER factcheck

EXPOSE 8000
CMD ["gunicorn", "factcheck.wsgi", "--bind", "0.0.0.0:8000", "--threads", "4", "--access-logfile", "-"]
