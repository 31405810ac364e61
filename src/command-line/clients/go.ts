import { type ClientSettings, keyVariables, protocolOf, trust } from '../settings.ts';

/** The second generation of the Go SDK: `go get github.com/alibabacloud-go/ecs-20140526/v7`. */
export const go: ClientSettings = {
  variables: (settings) => ({
    ...keyVariables(settings),
    LOCALYUN_ENDPOINT: settings.endpoint,
    ...trust(settings, 'SSL_CERT_FILE'),
  }),

  text: (settings) => `package main

import (
	"fmt"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	ecs "github.com/alibabacloud-go/ecs-20140526/v7/client"
	"github.com/alibabacloud-go/tea/tea"
)

func main() {
	client, err := ecs.NewClient(&openapi.Config{
		AccessKeyId:     tea.String(${JSON.stringify(settings.accessKeyId)}),
		AccessKeySecret: tea.String(${JSON.stringify(settings.accessKeySecret)}),
		RegionId:        tea.String(${JSON.stringify(settings.regionId)}),
		Protocol:        tea.String("${protocolOf(settings)}"),
		Endpoint:        tea.String(${JSON.stringify(settings.endpoint)}),
	})
	if err != nil {
		panic(err)
	}
	answer, err := client.DescribeNetworkInterfaces(&ecs.DescribeNetworkInterfacesRequest{
		RegionId: tea.String(${JSON.stringify(settings.regionId)}),
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(tea.Int32Value(answer.Body.TotalCount))
}
`,
};
