import { flatParameters } from './flat.ts';
import { packages } from './packages.ts';
import type { Sample, SampledCall } from './sample.ts';
import { type Typed, type TypedObject, typedRequest } from './typed.ts';

const start = 'go mod init call\ngo mod tidy\ngo run .';

/** Go with the SDK of the product, or with the generic client where that cannot carry the call. */
export function goSample(call: SampledCall): Sample {
  const { product, action, parameters } = call.operation;
  const request = typedRequest(call.operation, call.parameters);
  const sdk = packages[product].go;
  if (sdk === undefined || request === undefined || hasNumbers(request) || Object.keys(parameters).length === 0) {
    return genericSample(call);
  }
  const name = product.toLowerCase();
  return {
    run: start,
    text: `package main

import (
	"fmt"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/tea"
	${name} "${sdk}/client"
)

func main() {
	client, err := ${name}.NewClient(&openapi.Config{
${configOf(call)}	})
	if err != nil {
		panic(err)
	}
	request := ${objectText(name, request, '\t')}
	answer, err := client.${action}(request)
	if err != nil {
		panic(err)
	}
	fmt.Println(tea.Prettify(answer.Body))
}
`,
  };
}

/** Whether there is a list of numbers, whose type the contract does not tell. A single number fits any of its setters. */
function hasNumbers(value: Typed): boolean {
  if (value.kind === 'object') return value.members.some(([, member]) => hasNumbers(member));
  return value.kind === 'list' && (value.itemKind === 'number' || value.items.some(hasNumbers));
}

function objectText(name: string, { className, members }: TypedObject, indent: string): string {
  const inner = `${indent}\t`;
  const setters = members.map(([member, value]) => `.\n${inner}Set${upper(member)}(${valueText(name, value, inner)})`);
  return `(&${name}.${className}{})${setters.join('')}`;
}

function valueText(name: string, value: Typed, indent: string): string {
  if (value.kind === 'object') return objectText(name, value, indent);
  if (value.kind === 'text') return JSON.stringify(value.text);
  if (value.kind !== 'list') return value.text;
  const items = value.items.map((item) => valueText(name, item, indent)).join(', ');
  if (value.itemKind === 'object') return `[]*${name}.${value.itemClass}{${items}}`;
  return value.itemKind === 'text' ? `tea.StringSlice([]string{${items}})` : `tea.BoolSlice([]bool{${items}})`;
}

/** Some wire names begin in lower case, and no exported name of Go does. */
function upper(wireName: string): string {
  return wireName.slice(0, 1).toUpperCase() + wireName.slice(1);
}

function genericSample(call: SampledCall): Sample {
  const { action, version } = call.operation;
  const lines = flatParameters(call).map(
    ([name, value]) => `			${JSON.stringify(name)}: tea.String(${JSON.stringify(value)}),\n`,
  );
  return {
    run: start,
    text: `package main

import (
	"fmt"

	"github.com/alibabacloud-go/darabonba-openapi/v2/client"
	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"
	"github.com/alibabacloud-go/tea/tea"
)

func main() {
	caller, err := client.NewClient(&openapi.Config{
${configOf(call)}	})
	if err != nil {
		panic(err)
	}
	operation := &openapi.Params{
		Action:      tea.String(${JSON.stringify(action)}),
		Version:     tea.String(${JSON.stringify(version)}),
		Protocol:    tea.String(${JSON.stringify(call.target.protocol.toUpperCase())}),
		Method:      tea.String("POST"),
		Pathname:    tea.String("/"),
		AuthType:    tea.String("AK"),
		Style:       tea.String("RPC"),
		ReqBodyType: tea.String("formData"),
		BodyType:    tea.String("json"),
	}
	request := &openapi.OpenApiRequest{
		Query: map[string]*string{
${lines.join('')}		},
	}
	answer, err := caller.CallApi(operation, request, &dara.RuntimeOptions{})
	if err != nil {
		panic(err)
	}
	fmt.Println(tea.Prettify(answer["body"]))
}
`,
  };
}

function configOf({ target: { key, endpoint, protocol, regionId } }: SampledCall): string {
  const members: Record<string, string> = {
    AccessKeyId: key.accessKeyId,
    AccessKeySecret: key.accessKeySecret,
    ...(key.securityToken === undefined ? {} : { SecurityToken: key.securityToken }),
    RegionId: regionId,
    Protocol: protocol,
    Endpoint: endpoint,
  };
  // As gofmt aligns them.
  return Object.entries(members)
    .map(([name, value]) => `		${`${name}:`.padEnd(16)} tea.String(${JSON.stringify(value)}),\n`)
    .join('');
}
