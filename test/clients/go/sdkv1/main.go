// Command sdkv1 carries calls out with the SDK before V2: alibaba-cloud-sdk-go.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/ecs"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/vpc"

	"localyun/clients/lines"
)

var versions = map[string]string{"Ecs": "2014-05-26", "Vpc": "2016-04-28"}

// The SDK needs a region to make a client; that of the call goes before it.
const anyRegion = "cn-hangzhou"

func newClient(product string, target lines.Target) (any, error) {
	var credential auth.Credential = credentials.NewAccessKeyCredential(target.AccessKeyId, target.AccessKeySecret)
	if target.SecurityToken != "" {
		credential = credentials.NewStsTokenCredential(target.AccessKeyId, target.AccessKeySecret, target.SecurityToken)
	}
	if product == "Vpc" {
		return vpc.NewClientWithOptions(anyRegion, sdk.NewConfig(), credential)
	}
	return ecs.NewClientWithOptions(anyRegion, sdk.NewConfig(), credential)
}

func carryOut(call lines.Call) (any, error) {
	client, err := newClient(call.Product, call.Target)
	if err != nil {
		return nil, err
	}
	method := reflect.ValueOf(client).MethodByName(call.Action)
	if !method.IsValid() {
		return nil, fmt.Errorf("the SDK has no %s.%s", call.Product, call.Action)
	}
	request, err := newRequest(method.Type().In(0).Elem(), call)
	if err != nil {
		return nil, err
	}
	results := method.Call([]reflect.Value{request})
	if err, failed := results[1].Interface().(error); failed {
		return nil, err
	}
	return results[0].Interface(), nil
}

// newRequest does what the CreateXRequest functions of the SDK do, which cannot be found by name.
func newRequest(kind reflect.Type, call lines.Call) (reflect.Value, error) {
	request := reflect.New(kind)
	rpc := &requests.RpcRequest{}
	rpc.InitWithApiInfo(call.Product, versions[call.Product], call.Action, strings.ToLower(call.Product), "openAPI")
	rpc.Method = requests.POST
	rpc.Domain = call.Target.Endpoint
	rpc.Scheme = call.Target.Protocol
	rpc.SetReadTimeout(20 * time.Second)
	request.Elem().FieldByName("RpcRequest").Set(reflect.ValueOf(rpc))

	var parameters any
	decoder := json.NewDecoder(bytes.NewReader(call.Parameters))
	decoder.UseNumber()
	if err := decoder.Decode(&parameters); err != nil {
		return request, err
	}
	texts, err := json.Marshal(asTexts(parameters))
	if err != nil {
		return request, err
	}
	return request, lines.Fill(request.Interface(), texts)
}

// asTexts writes numbers and booleans as texts, which is what the fields of requests are here.
func asTexts(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, inner := range value {
			value[name] = asTexts(inner)
		}
		return value
	case []any:
		for index, inner := range value {
			value[index] = asTexts(inner)
		}
		return value
	default:
		return fmt.Sprint(value)
	}
}

func refusalOf(err error) *lines.Refusal {
	var refused *sdkerrors.ServerError
	if !errors.As(err, &refused) {
		return nil
	}
	return &lines.Refusal{
		Status:    refused.HttpStatus(),
		Code:      refused.ErrorCode(),
		Message:   refused.Message(),
		RequestId: refused.RequestId(),
	}
}

func main() { lines.Serve(carryOut, refusalOf) }
