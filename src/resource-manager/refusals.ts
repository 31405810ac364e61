import { refusalsOf } from '../operation/refusal.ts';

/**
 * Every refusal of the Resource Manager operations. The pages of the tag operations have no table of codes: theirs are
 * those of their namesakes in the sibling products.
 * @see https://api.aliyun.com/document/ResourceManager/2020-03-31/errorCode
 */
export const refuse = refusalsOf({
  InvalidParameter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
  'InvalidParameter.Name.Length': [
    400,
    'The maximum length of Name is exceeded: Name "{value}" must have {shortest} to {longest} characters.',
  ],
  'InvalidParameter.Name.InvalidChars': [
    400,
    'The Name is invalid: Name "{value}" must be letters, digits and hyphens, a letter first.',
  ],
  'InvalidParameter.DisplayName.Length': [
    400,
    'The maximum length of DisplayName is exceeded: {name} "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.DisplayName': [400, 'The DisplayName is invalid: {name} "{value}".'],
  'InvalidParameter.ResourceGroupId': [400, 'The ResourceGroupId is invalid: "{id}" {reason}.'],
  'EntityNotExists.ResourceGroup': [
    404,
    'The specified resource group does not exist. You must first create a resource group. There is no "{id}".',
  ],
  'EntityAlreadyExists.ResourceGroup': [409, 'The resource group already exists: one has the Name "{name}".'],
  'LimitExceeded.ResourceGroup': [
    409,
    'The count of resource groups beyond the current limits: an account can have {limit}.',
  ],
  'DeleteConflict.ResourceGroup.Resource': [
    409,
    'Failed to delete the resource group because one or more cloud resources exist in the resource group. Try again later after you release the cloud resources. "{id}" holds {type} "{resourceId}".',
  ],
  'DeleteConflict.ResourceGroup.Status': [
    409,
    'You cannot perform an operation on a resource group that is being created or deleted: "{id}" is {status}.',
  ],

  'InvalidParameter.ResourceType': [400, 'The ResourceType is invalid: "{value}" is not ResourceGroup.'],
  'InvalidParameter.TagKey': [400, 'The TagKey is invalid: {name} "{key}".'],
  'InvalidParameter.TagValue': [400, 'The TagValue is invalid: {name} "{value}".'],
  'Duplicate.TagKey': [400, 'The TagKey contains duplicate keys: "{key}".'],
  'NumberExceed.Tags': [400, 'The maximum number of Tags is exceeded: {count} given, at most {limit}.'],
  'NumberExceed.TagKeys': [400, 'The maximum number of TagKeys is exceeded: {count} given, at most {limit}.'],
  'NumberExceed.ResourceIds': [400, 'The maximum number of ResourceIds is exceeded: {count} given, at most {limit}.'],
  'QuotaExceed.TagsPerResource': [
    403,
    'The maximum number of tags for each resource is exceeded: "{id}" would have {count}, at most {limit}.',
  ],
  'MissingParameter.TagKeysOrDeleteAll': [
    400,
    'You must specify TagKeys or DeleteAll: neither TagKey.N nor All is given.',
  ],
});
