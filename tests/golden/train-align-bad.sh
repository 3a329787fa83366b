# bad texts and links of training: each ends with status 1 and says where
printf 'il ponte\nla strada\n' >it
printf 'the bridge\n' >en
align it en || echo $?
align -r it en || echo $?
printf 'the  bridge\nthe road\n' >en
align it en || echo $?
printf 'the bridge\nthe road \n' >en
align it en || echo $?
align it missing || echo $?
align it 2>/dev/null || echo $?
echo '0-0 1-1' >forward
symmetrize forward /dev/null || echo $?
for link in 0 1- -1 1-2-3 a-b 0-100000; do
	echo "0-0 $link" >reverse
	symmetrize forward reverse || echo $?
done
align it /dev/null || echo $?
align /dev/null /dev/null
