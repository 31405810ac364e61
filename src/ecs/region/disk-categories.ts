/** The categories of cloud disks that every zone and instance type offers, the usual default first. */
export const diskCategories = [
  'cloud_efficiency',
  'cloud_essd',
  'cloud_ssd',
  'cloud_essd_entry',
  'cloud_auto',
  'cloud',
] as const;
