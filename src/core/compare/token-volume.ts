import type { PodReport, VolumeReport } from '../../model/report.ts';
import {
  isMadeByAdmission,
  serviceAccountMountPath,
  serviceAccountVolumeName,
} from '../volumes/service-account-token.ts';

/**
 * Gives the report on a Pod that the API server gave back as that on its manifest: the volume for the service-account token,
 * made under a name with random characters, as the implicit one it is. Only its place tells the two apart. A report without
 * such a volume is given as it is.
 *
 * @see kubernetes `plugin/pkg/admission/serviceaccount/admission.go`, mountServiceAccountToken: it knows its volume by the
 *   same start of the name
 */
export function withImplicitToken<R extends PodReport | null>(report: R): R {
  if (report === null || report.volumes.some(({ name }) => name === serviceAccountVolumeName)) return report;
  const made = report.volumes.find(isMade);
  return made === undefined
    ? report
    : {
        ...report,
        volumes: report.volumes.map((volume) =>
          volume === made ? { ...volume, name: serviceAccountVolumeName, origin: 'implicit' } : volume,
        ),
      };
}

const isMade = (volume: VolumeReport): boolean =>
  isMadeByAdmission(volume) &&
  volume.type === 'projected' &&
  volume.mounts.length > 0 &&
  volume.mounts.every(({ path }) => path === serviceAccountMountPath);
