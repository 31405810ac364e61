import { expect, it } from 'vitest';
import { endpointOf } from './endpoint.ts';

it.each([
  ['127.0.0.1:20140', '127.0.0.1:20140'],
  ['localyun.internal', 'localyun.internal'],
  ['ecs.cn-beijing.aliyuncs.com', 'ecs.us-west-1.aliyuncs.com'],
  ['ecs-cn-hangzhou.aliyuncs.com:8443', 'ecs.us-west-1.aliyuncs.com:8443'],
  ['aliyuncs.com.example:80', 'aliyuncs.com.example:80'],
])('clients that called %s are sent to %s', (endpoint, expected) => {
  expect(endpointOf('ecs.us-west-1.aliyuncs.com', endpoint)).toBe(expected);
});
