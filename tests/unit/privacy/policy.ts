import { compilePolicy } from '~/sharing/compile-policy.server';
import document from '~/sharing/policy/default.md?raw';
import { REGISTRY } from '~/sharing/registry';

/** The policy that comes with the software, or one with its text changed. */
export const samplePolicy = (change: (text: string) => string = (text) => text) =>
  compilePolicy(change(document), REGISTRY);

export const LOCALES = ['en', 'es'] as const;
