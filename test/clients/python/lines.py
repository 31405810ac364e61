"""What both programs share: they read one call a line and print one line of what the SDK gave back for it."""
import json
import sys


def serve(call, refusal_of):
    """Carries out the calls of standard input until it ends.

    call(wanted): the body that the SDK decoded. refusal_of(error): what the SDK says about a refusal of the server, as
    status, code, message and requestId, or None for any other error.
    """
    for line in sys.stdin:
        try:
            said = {"answer": call(json.loads(line))}
        except Exception as error:
            refusal = refusal_of(error)
            said = {"failure": f"{error!r}: {error}"} if refusal is None else {"refusal": refusal}
        print(json.dumps(said), flush=True)
