"""Carries calls out with the V2 SDK: alibabacloud_ecs20140526 and alibabacloud_vpc20160428."""
import json

from alibabacloud_ecs20140526 import models as ecs_models
from alibabacloud_ecs20140526.client import Client as EcsClient
from alibabacloud_tea_openapi.exceptions import AlibabaCloudException
from alibabacloud_tea_openapi.utils_models import Config
from alibabacloud_vpc20160428 import models as vpc_models
from alibabacloud_vpc20160428.client import Client as VpcClient
from darabonba.runtime import RuntimeOptions

from lines import serve

SDKS = {"Ecs": (EcsClient, ecs_models), "Vpc": (VpcClient, vpc_models)}
clients = {}


def client_of(product, target):
    key = product, json.dumps(target)
    if key not in clients:
        client_class, _ = SDKS[product]
        clients[key] = client_class(
            Config(
                endpoint=target["endpoint"],
                protocol=target["protocol"],
                access_key_id=target["accessKeyId"],
                access_key_secret=target["accessKeySecret"],
                security_token=target.get("securityToken"),
                ca=target.get("ca"),
                read_timeout=20_000,
            )
        )
    return clients[key]


def method_of(client, action):
    """The SDK writes create_vswitch and assign_ipv_6addresses, so names are compared without underscores."""
    wanted = f"{action}withoptions".lower()
    return next(getattr(client, name) for name in dir(client) if name.replace("_", "") == wanted)


def call(wanted):
    product, action, parameters = wanted["product"], wanted["action"], wanted["parameters"]
    _, models = SDKS[product]
    request = getattr(models, f"{action}Request")().from_map(parameters)
    unknown = parameters.keys() - request.to_map().keys()
    if unknown:
        raise ValueError(f"{type(request).__name__} has no field for {unknown}")
    response = method_of(client_of(product, wanted["target"]), action)(request, RuntimeOptions())
    return response.body.to_map()


def refusal_of(error):
    if not isinstance(error, AlibabaCloudException):
        return None
    return {
        "status": error.status_code,
        "code": error.code,
        "message": error.data["Message"],
        "requestId": error.request_id,
    }


serve(call, refusal_of)
