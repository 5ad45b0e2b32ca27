CREATE TABLE job_lease (
    job {text} NOT NULL PRIMARY KEY,
    node {text} NOT NULL,
    until_instant {int} NOT NULL
) {table};
