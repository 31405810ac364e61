import type { Language } from '../components/language.ts';
import { aliyunCliSample } from './aliyun-cli.ts';
import { curlSample } from './curl.ts';
import { goSample } from './go.ts';
import { javaSample } from './java.ts';
import { pythonSample } from './python.ts';
import type { Sample, SampledCall } from './sample.ts';
import { terraformSample } from './terraform.ts';
import { typescriptSample } from './typescript.ts';

/** A language that programs are written in. */
export interface SampleLanguage {
  readonly name: string;
  readonly highlight: Language;
  /** Undefined where the language has no words for the call. */
  readonly write: (call: SampledCall) => Sample | undefined;
}

export const sampleLanguages: readonly [SampleLanguage, ...SampleLanguage[]] = [
  { name: 'TypeScript', highlight: 'typescript', write: typescriptSample },
  { name: 'Python', highlight: 'python', write: pythonSample },
  { name: 'Go', highlight: 'go', write: goSample },
  { name: 'Java', highlight: 'java', write: javaSample },
  { name: 'aliyun CLI', highlight: 'bash', write: aliyunCliSample },
  { name: 'curl', highlight: 'bash', write: curlSample },
  { name: 'Terraform', highlight: 'ini', write: terraformSample },
];
