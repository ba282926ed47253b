import { dayEvidence } from './day-evidence.js';
import type { EvidenceList } from './evidence.js';
import { formEvidence } from './form-evidence.js';
import type { RunScene } from './run-scene.js';

/** Everything known of a run, each as a piece of evidence that holds; the list is filled anew. */
export function evidenceOf(run: number, scene: RunScene, into: EvidenceList): void {
  into.clear();
  dayEvidence(run, scene, into);
  formEvidence(run, scene, into);
}
