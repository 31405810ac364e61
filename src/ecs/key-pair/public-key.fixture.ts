/** Public keys made with ssh-keygen, and their sums as `ssh-keygen -l -E md5` gives them. */
export const publicKeys = {
  rsa: {
    line: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQCrRxdIf7GgWIr4nDcFJWEezNOOzP6nKMYsq7BQzfEvESB/OtzQryDk8B3hd8jnnHh/nsUkx1M/Y5fjwbEn+FOMG7bm+0UPOY8FKi/ws6LfaHVF6SdrePVsOIZubUZYwvtRgkkXC9UuUq+qvHjL8dmX1uZ3x88gaG55hZfzSRn0lw== it rsa',
    fingerPrint: '16:94:81:e9:58:04:e6:f5:95:5a:9f:c7:6f:92:8c:b3',
  },
  ecdsa256: {
    line: 'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBOpFoUZg0B3EDP13XwBS2MO+C2cFu0XbZPNQbiQStqNrM5OL0OOU5KyWzRwYxKsRewZK7oofmebCQeCw1k2zsF8= it ecdsa',
    fingerPrint: '4e:ea:94:2f:5b:86:9f:da:a9:dd:cd:7a:eb:fb:d8:64',
  },
  ecdsa384: {
    line: 'ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBBxvpxNGH26UbzoRKsZBoxdtQFPXxe5TODM0wUJnfnmohmT2tOWDQuBJKXwdtor0Yka+QFUNJSXkAuzBtXoPwEEg0ozBov/j0DIarPFPggUIoihMFmOVL1dqZYh3iOs8jQ== it ecdsa',
    fingerPrint: '9a:d2:51:7c:72:e7:b9:95:77:cb:4b:d8:96:51:a0:c3',
  },
  ecdsa521: {
    line: 'ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBABUIvQ0+QrTj1h/4ooecS6E9Nvx5DX1fimTXihLn1990Lt4+9T7L49zJfIYsdds4PC7PtkUcT3wm5EvCYeM3okwKAEfJzIdngl7anS7wFQEhe5zsZJWSRYLDdcKDn5KM+o/00lHmvTMGp9CeavGDgfo3Naduz6PYYOhzkYUp807+XVl/g== it ecdsa',
    fingerPrint: '96:73:b8:32:f7:99:81:3f:6f:8c:1b:ba:a7:41:e1:db',
  },
  dsa: {
    line: 'ssh-dss AAAAB3NzaC1kc3MAAACBAMdXzotceKC5AwI6xeGj4cSdKmkYDSjR7sVOF8UtV35XqEKKGn45Z5l6HuWruYY3Xb5kZEb8YnxH0mn9oV5aiUyOzkw0U2xqS+iDnUaA6YYwq5A3L3FeJ3XNyHpB2JswDY97lW7BX/mi+ngxvz4bnjG3jlWcPHfWug1LGJUJmqdjAAAAFQDqz/0avrcGryAzeKQxEbwIPcxWVQAAAIAx+5JZ6kE5yJlD7btXCcm403OlGObfcQXHJzu+zHdyLQeKPrqimFHADA2FiERvjMq1IKQC9G9KJgLhAkbKlh+UM0Q3D/AX5HhNsxA6F32fg9UUTjUvCdkLOfqiknwLcIxE2gprquGSW9VYCYw1Sz1Py0F0IMqAyjBnDvwyx4WN0wAAAIEAnJj0dPAEzsKRSQSh4EfUBd9peOSLDHbjPFBYl+pT5xQP7VJ3cb2mXnuUh0RcT3fS90nJOcK3xNFC+rZYmTA9U+6KZ0s+hjc0sVcck1Fzvs6bU40UxJRRYihUB4q2K92StRBp2hobQDvGTCF/M948dMYrQyHkTzepY7Drh2RlzE4= it dsa',
    fingerPrint: '4c:36:da:63:52:5d:f7:12:a1:b0:6d:ba:79:44:39:22',
  },
} as const;

/** A kind that is not supported. */
export const ed25519 = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINRgf3/neQbpFqZUy7ASkTKnHqaXIM3tlF8afgPThMJ8 it ed25519';
