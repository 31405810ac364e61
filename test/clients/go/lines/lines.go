// Package lines is what both programs share: they read one call a line and print one line of what the SDK gave back
// for it.
package lines

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
)

// Target is where a call goes, and as whom.
type Target struct {
	Endpoint        string `json:"endpoint"`
	Protocol        string `json:"protocol"`
	AccessKeyId     string `json:"accessKeyId"`
	AccessKeySecret string `json:"accessKeySecret"`
	SecurityToken   string `json:"securityToken"`
}

// Call is one line of standard input.
type Call struct {
	Target     Target          `json:"target"`
	Product    string          `json:"product"`
	Action     string          `json:"action"`
	Parameters json.RawMessage `json:"parameters"`
}

// Refusal is what the SDK says about a call that the server refused.
type Refusal struct {
	Status    int    `json:"status"`
	Code      string `json:"code"`
	Message   string `json:"message"`
	RequestId string `json:"requestId"`
}

// Serve carries out the calls of standard input until it ends. refusalOf answers nil for any other error.
func Serve(carryOut func(Call) (any, error), refusalOf func(error) *Refusal) {
	input := bufio.NewReader(os.Stdin)
	output := json.NewEncoder(os.Stdout)
	for {
		line, err := input.ReadBytes('\n')
		if err != nil {
			return
		}
		if err := output.Encode(outcome(line, carryOut, refusalOf)); err != nil {
			panic(err)
		}
	}
}

func outcome(line []byte, carryOut func(Call) (any, error), refusalOf func(error) *Refusal) map[string]any {
	var call Call
	if err := json.Unmarshal(line, &call); err != nil {
		return map[string]any{"failure": err.Error()}
	}
	answer, err := carryOut(call)
	if err == nil {
		return map[string]any{"answer": plain(reflect.ValueOf(answer))}
	}
	if refusal := refusalOf(err); refusal != nil {
		return map[string]any{"refusal": refusal}
	}
	return map[string]any{"failure": fmt.Sprint(err)}
}

// Fill sets the fields of a request by their names on the wire; it is an error when one of them is not there.
func Fill(request any, parameters []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(parameters))
	decoder.DisallowUnknownFields()
	return decoder.Decode(request)
}

// plain gives what the SDK decoded under the names of the wire: all that was there, lists without items too, which
// encoding/json would leave out as the fields are tagged.
func plain(value reflect.Value) any {
	switch value.Kind() {
	case reflect.Pointer, reflect.Interface:
		if value.IsNil() {
			return nil
		}
		return plain(value.Elem())
	case reflect.Slice:
		if value.IsNil() {
			return nil
		}
		items := make([]any, value.Len())
		for index := range items {
			items[index] = plain(value.Index(index))
		}
		return items
	case reflect.Struct:
		fields := map[string]any{}
		for index := 0; index < value.NumField(); index++ {
			name, _, _ := strings.Cut(value.Type().Field(index).Tag.Get("json"), ",")
			if inner := value.Field(index); name != "" && inner.CanInterface() {
				if field := plain(inner); field != nil {
					fields[name] = field
				}
			}
		}
		return fields
	default:
		return value.Interface()
	}
}
