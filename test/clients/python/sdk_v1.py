"""Carries calls out with the SDK before V2: aliyun-python-sdk-core, -ecs and -vpc."""
import importlib
import json

from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.auth.credentials import AccessKeyCredential, StsTokenCredential
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.http.protocol_type import HTTP, HTTPS

from lines import serve

PACKAGES = {"Ecs": "aliyunsdkecs.request.v20140526", "Vpc": "aliyunsdkvpc.request.v20160428"}


def request_of(product, action, parameters):
    name = f"{action}Request"
    request = getattr(importlib.import_module(f"{PACKAGES[product]}.{name}"), name)()
    for parameter, value in parameters.items():
        # The setters of lists have an s after the name.
        setter = getattr(request, f"set_{parameter}", None) or getattr(request, f"set_{parameter}s")
        setter(value)
    return request


def call(wanted):
    target = wanted["target"]
    parameters = {**wanted["parameters"]}
    # The region belongs to the client here, and is sent with every call.
    region = parameters.pop("RegionId", "cn-hangzhou")
    key = target["accessKeyId"], target["accessKeySecret"]
    token = target.get("securityToken")
    credential = StsTokenCredential(*key, token) if token else AccessKeyCredential(*key)
    client = AcsClient(region_id=region, credential=credential, verify=target.get("ca"), timeout=20)
    request = request_of(wanted["product"], wanted["action"], parameters)
    request.set_endpoint(target["endpoint"])
    # The SDK compares by identity, so another text "https" would be http to it.
    request.set_protocol_type(HTTPS if target["protocol"] == HTTPS else HTTP)
    return json.loads(client.do_action_with_exception(request))


def refusal_of(error):
    if not isinstance(error, ServerException):
        return None
    return {
        "status": error.get_http_status(),
        "code": error.get_error_code(),
        "message": error.get_error_msg(),
        "requestId": error.get_request_id(),
    }


serve(call, refusal_of)
