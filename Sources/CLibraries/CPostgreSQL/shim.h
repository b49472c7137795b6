#include <libpq-fe.h>

// libpq's names for the fields of an error are character constants, which Swift does not import.
enum {
    PQ_FIELD_SEVERITY = PG_DIAG_SEVERITY_NONLOCALIZED,
    PQ_FIELD_STATE = PG_DIAG_SQLSTATE,
    PQ_FIELD_MESSAGE = PG_DIAG_MESSAGE_PRIMARY,
    PQ_FIELD_DETAIL = PG_DIAG_MESSAGE_DETAIL,
    PQ_FIELD_TABLE = PG_DIAG_TABLE_NAME,
};
