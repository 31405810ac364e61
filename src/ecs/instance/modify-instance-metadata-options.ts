import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findInstance, saveConfiguration } from './instance.table.ts';
import { httpPutResponseHopLimit } from './rules.ts';
import { type InstanceSettings, withSettings } from './settings.ts';

const switches = ['enabled', 'disabled'];

/**
 * Sets how the metadata of an instance can be read from within; what is not given stays.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancemetadataoptions
 */
export const modifyInstanceMetadataOptions = operation('Ecs', 'ModifyInstanceMetadataOptions', {
  permits: ['instance/{InstanceId}'],
  required: ['InstanceId'],
  rules: {
    HttpEndpoint: (value) =>
      switches.includes(value) ? undefined : refuse('InvalidHttpEndpoint.NotSupported', { value }),
    HttpTokens: (value) =>
      value === 'optional' || value === 'required' ? undefined : refuse('InvalidHttpTokens.NotSupported', { value }),
    HttpPutResponseHopLimit: httpPutResponseHopLimit,
    InstanceMetadataTags: (value, name) =>
      switches.includes(value) ? undefined : refuse('InvalidParameter', { name, value }),
  },

  async execute({ InstanceId: id = '', ...options }, { tx, accountId, regionId }) {
    const instance = await findInstance(tx, accountId, regionId, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const { HttpEndpoint, HttpTokens, HttpPutResponseHopLimit, InstanceMetadataTags } = options;
    const changes: InstanceSettings = {
      HttpEndpoint,
      ...(HttpTokens === undefined ? {} : { HttpTokens }),
      ...(HttpPutResponseHopLimit === undefined ? {} : { HttpPutResponseHopLimit }),
      ...(InstanceMetadataTags === undefined ? {} : { InstanceMetadataTags }),
    };
    await saveConfiguration(tx, withSettings(instance, changes));
    return {};
  },
});
