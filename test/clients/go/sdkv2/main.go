// Command sdkv2 carries calls out with the V2 SDK: ecs-20140526 and vpc-20160428.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	ecs "github.com/alibabacloud-go/ecs-20140526/v7/client"
	"github.com/alibabacloud-go/tea/dara"
	"github.com/alibabacloud-go/tea/tea"
	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"

	"localyun/clients/lines"
)

func newClient(product string, target lines.Target) (any, error) {
	config := &openapi.Config{
		Endpoint:        &target.Endpoint,
		Protocol:        &target.Protocol,
		AccessKeyId:     &target.AccessKeyId,
		AccessKeySecret: &target.AccessKeySecret,
		SecurityToken:   &target.SecurityToken,
		ReadTimeout:     tea.Int(20_000),
	}
	if product == "Vpc" {
		return vpc.NewClient(config)
	}
	return ecs.NewClient(config)
}

func carryOut(call lines.Call) (any, error) {
	client, err := newClient(call.Product, call.Target)
	if err != nil {
		return nil, err
	}
	method := reflect.ValueOf(client).MethodByName(call.Action + "WithOptions")
	if !method.IsValid() {
		return nil, fmt.Errorf("the SDK has no %s.%s", call.Product, call.Action)
	}
	request := reflect.New(method.Type().In(0).Elem())
	if err := lines.Fill(request.Interface(), call.Parameters); err != nil {
		return nil, err
	}
	results := method.Call([]reflect.Value{request, reflect.ValueOf(&dara.RuntimeOptions{})})
	if err, failed := results[1].Interface().(error); failed {
		return nil, err
	}
	return results[0].Elem().FieldByName("Body").Interface(), nil
}

func refusalOf(err error) *lines.Refusal {
	var refused *tea.SDKError
	var data struct{ Message, RequestId string }
	if !errors.As(err, &refused) || json.Unmarshal([]byte(tea.StringValue(refused.Data)), &data) != nil {
		return nil
	}
	return &lines.Refusal{
		Status:    tea.IntValue(refused.StatusCode),
		Code:      tea.StringValue(refused.Code),
		Message:   data.Message,
		RequestId: data.RequestId,
	}
}

func main() { lines.Serve(carryOut, refusalOf) }
